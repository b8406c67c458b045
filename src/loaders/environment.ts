import { resolve } from 'node:path';

/** The content folder: `OFFPRINT_CONTENT`, or `content` in the project. */
export function contentFolder(): string {
  return resolve(process.env['OFFPRINT_CONTENT'] ?? 'content');
}

/** Address of the repository that holds the content: `REPOSITORY_URL`, which counts before `archive.yaml`. */
export function repositoryAddress(): string | undefined {
  const address = process.env['REPOSITORY_URL'];
  return address === '' ? undefined : address;
}

/** Where the site will live: the folder in `BASE_PATH`, and scheme and host in `SITE_URL`, when known. */
export function siteAddress(): { base: string; site: string | undefined } {
  const site = process.env['SITE_URL'];
  return { base: process.env['BASE_PATH'] ?? '/', site: site === '' ? undefined : site };
}
