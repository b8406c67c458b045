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

/** True when a build publishes what is sound and leaves errors out; set by `build --keep-going`. */
export function keepsGoing(): boolean {
  return process.env['OFFPRINT_KEEP_GOING'] === '1';
}

/** The folder in which a build leaves what it made of the content; nothing in development. */
export function compiledArchive(): string | undefined {
  return process.env['OFFPRINT_COMPILED'];
}
