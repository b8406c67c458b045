import type { SitePath, SiteUrls } from '../site-urls.ts';
import type { DescribedArchive } from './described-paper.ts';
import type { MetaTag } from './meta-tag.ts';
import { SOCIAL_IMAGE_SIZE, type SocialImage } from './social-image.ts';

/** What is shown of a page where somebody links to it. */
export interface SharedPage {
  readonly title: string;
  /** Absent where nothing is said of it. */
  readonly description: string | undefined;
  readonly type: 'article' | 'website';
  /** Its permanent address; absent on pages without one. */
  readonly path: SitePath | undefined;
  readonly image: SocialImage;
}

/**
 * A page in the terms of Open Graph (https://ogp.me/) and of the cards of X
 * (https://developer.x.com/en/docs/x-for-websites/cards/overview/abouts-cards). Addresses and images have to be whole
 * addresses: they are left out when that of the site is not known.
 */
export function openGraphTags(
  { title, description, type, path, image }: SharedPage,
  archive: DescribedArchive,
  urls: SiteUrls,
): readonly MetaTag[] {
  const imageUrl = urls.absolute(urls.file(image.file));
  const values: readonly (readonly [property: string, content: string | undefined])[] = [
    ['og:title', title],
    ['og:type', type],
    ['og:description', description],
    ['og:url', path === undefined ? undefined : urls.absolute(path)],
    ['og:site_name', archive.title],
    ['og:locale', localeOf(archive.language)],
    ...(imageUrl === undefined ? [] : imageValues(imageUrl, image.alt)),
  ];
  const card = imageUrl === undefined ? 'summary' : 'summary_large_image';
  return [
    ...values.flatMap(([property, content]) =>
      content === undefined ? [] : [{ property, content }],
    ),
    { name: 'twitter:card', content: card },
  ];
}

function imageValues(url: string, alt: string): readonly (readonly [string, string])[] {
  return [
    ['og:image', url],
    ['og:image:width', String(SOCIAL_IMAGE_SIZE.width)],
    ['og:image:height', String(SOCIAL_IMAGE_SIZE.height)],
    ['og:image:alt', alt],
  ];
}

/** `pt-BR` → `pt_BR`; nothing for a language without a territory, which Open Graph wants. */
function localeOf(language: string): string | undefined {
  if (!language.includes('-')) return undefined;
  const { language: name, region } = new Intl.Locale(language);
  return /^[a-z]{2}$/.test(name) && region !== undefined && /^[A-Z]{2}$/.test(region)
    ? `${name}_${region}`
    : undefined;
}
