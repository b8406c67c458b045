import { getEntry } from 'astro:content';

import { repositoryUrls, type RepositoryUrls } from '../publish/repository-urls.ts';

/** Pages of the repository that holds the content, where its address is configured. */
export async function repository(): Promise<RepositoryUrls | undefined> {
  const site = await getEntry('site', 'site');
  return site?.data.repository && repositoryUrls(site.data.repository);
}
