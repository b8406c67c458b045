import { repositoryUrls, type RepositoryUrls } from '../publish/repository-urls.ts';
import { siteData } from './site.ts';

/** Pages of the repository that holds the content, where its address is configured. */
export async function repository(): Promise<RepositoryUrls | undefined> {
  const { repository: place } = await siteData();
  return place && repositoryUrls(place);
}
