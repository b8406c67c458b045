import { repositoryOf } from '../archive/repository.ts';
import { UsageError } from './usage.ts';

/**
 * Checks `SITE_URL` and `BASE_PATH`, which say where the site will live, and `REPOSITORY_URL`, where its
 * content does.
 *
 * @throws UsageError when one of them is not what it should be.
 */
export function checkSitePlace(environment: NodeJS.ProcessEnv): void {
  const site = environment['SITE_URL'] ?? '';
  const url = URL.canParse(site) ? new URL(site) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (site !== '' && !isOrigin)
    throw new UsageError(
      `SITE_URL is “${site}”. Write scheme and host, https://example.org; ` +
        'a folder of the site goes into BASE_PATH.',
    );
  const repository = environment['REPOSITORY_URL'] ?? '';
  if (repository !== '' && repositoryOf(repository) === undefined)
    throw new UsageError(
      `REPOSITORY_URL is “${repository}”. Write the address of the repository, https://github.com/owner/name.`,
    );
  const base = environment['BASE_PATH'] ?? '';
  if (!/^[\w.~/-]*$/.test(base) || base.includes('//'))
    throw new UsageError(
      `BASE_PATH is “${base}”. Write the folder of the site, /archive, in letters, digits and - _ . ~`,
    );
}

/**
 * Reads a port number.
 *
 * @throws UsageError when it is none.
 */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new UsageError(`--port takes a number up to 65535: “${text}”.`);
  return port;
}
