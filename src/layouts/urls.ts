import { siteUrls } from '../publish/site-urls.ts';

/** The addresses of this build, with its base and site. */
export const urls = siteUrls(import.meta.env.BASE_URL, import.meta.env.SITE);
