import type { Settings } from '../archive/settings.ts';
import type { SiteUrls } from './site-urls.ts';

/** A published file, by its name: a path below the folder of the site without `index.html`. */
export interface PublishedFile {
  readonly name: string;
  readonly bytes: number;
}

/** Dates that are kept without having been visited, and the bytes they may have together. */
const NEWEST_DATES = 10;
const NEWEST_BYTES = 500_000;
/** Pages that every reader needs. */
const PAGES = ['', 'about/', 'dates/', 'list/', 'map/', 'offline/', 'search/', 'topics/'];
const OTHERS = ['cover.svg', 'favicon.svg', 'map.svg', 'manifest.webmanifest'];

/**
 * The files that a reader's browser keeps as soon as it knows the archive: what pages are made with, the
 * ways in, and the newest dates. Faces that few pages need are kept when a page asks for them.
 *
 * @returns their names, sorted.
 */
export function offlineShell(files: readonly PublishedFile[]): readonly string[] {
  const always = files.filter(
    ({ name }) =>
      PAGES.includes(name) ||
      OTHERS.includes(name) ||
      (name.startsWith('_astro/') && !/-(?:extended|math)\.[^/]*\.woff2$/.test(name)),
  );
  return [...always, ...newestDates(files)].map(({ name }) => name).sort();
}

/** The files that the search page reads: the catalogue, without which the others are nothing, last. */
export function offlineSearch(files: readonly PublishedFile[]): readonly PublishedFile[] {
  const isRead = /^pagefind\/(?:parts|topics|words)\//;
  const read = files.filter(({ name }) => isRead.test(name));
  return [...read, ...files.filter(({ name }) => name === 'pagefind/catalogue.json.gz')];
}

/** The text of `manifest.webmanifest` (https://www.w3.org/TR/appmanifest/): the archive as an application. */
export function webManifest({ title, description, language }: Settings, urls: SiteUrls): string {
  const manifest = {
    name: title,
    description,
    lang: language,
    id: urls.home(),
    start_url: urls.home(),
    scope: urls.home(),
    display: 'minimal-ui',
    icons: [{ src: urls.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The newest dates that fit, without gaps. */
function newestDates(files: readonly PublishedFile[]): readonly PublishedFile[] {
  const dates = files
    .filter(({ name }) => /^dates\/\d{4}-\d\d-\d\d\/$/.test(name))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .slice(0, NEWEST_DATES);
  let bytes = 0;
  const tooMany = dates.findIndex((date) => (bytes += date.bytes) > NEWEST_BYTES);
  return tooMany === -1 ? dates : dates.slice(0, tooMany);
}
