import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import { writeOfflineFiles } from '../../src/cli/offline-files.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { digestOf } from '../helpers.ts';
import { buildOrFail } from './build.ts';

export const BASE = '/archive/';

/** The folders of two builds of one archive, and of a third that is not for use offline. */
export interface Builds {
  readonly first: string;
  /** With one more date, and a style sheet of another name. */
  readonly second: string;
  readonly without: string;
}

/** Builds an invented archive three times below a folder. */
export async function buildArchives(folder: string): Promise<Builds> {
  const content = join(folder, 'content');
  const at = (name: string): string => join(folder, name);
  const build = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    await mkdir(join(content, 'digests'), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(content, file), text);
    await buildOrFail(at(name), { OFFPRINT_CONTENT: content, BASE_PATH: BASE });
    return at(name);
  };
  const first = await build('first', {
    'digests/2025-03-11.txt': digestOf('Gulls at Sea', 'Jars on Shelves', 'Tides of March'),
    'digests/2025-03-12.txt': digestOf('Gulls at Sea', 'Rivers in Spring'),
  });
  const second = await build('second', { 'digests/2025-03-13.txt': digestOf('Kites over Dunes') });
  await changeStyles(second);
  const without = await build('without', { 'archive.yaml': 'offline: false\n' });
  return { first, second, without };
}

/** A copy of a built site without one of its files. */
export async function copyWithout(site: string, copy: string, file: RegExp): Promise<string> {
  await cp(site, copy, { recursive: true });
  const names = await readdir(copy, { recursive: true });
  await Promise.all(names.filter((name) => file.test(name)).map((name) => rm(join(copy, name))));
  return copy;
}

/** A copy of a built site whose service worker takes the search for a large one. */
export async function copyWithLargeSearch(site: string, copy: string): Promise<string> {
  await cp(site, copy, { recursive: true });
  const worker = join(copy, 'service-worker.js');
  const text = await readFile(worker, 'utf8');
  await writeFile(worker, text.replace(/"bytes":\d+/, '"bytes":4800000'));
  return copy;
}

/** Waits until a page is kept, which its visit brings about. */
export async function untilKept(page: Page, address: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(`caches.match(${JSON.stringify(address)}).then(Boolean)`), {
      timeout: 20_000,
      interval: 50,
    })
    .toBe(true);
}

/** Opens an address in a new tab, and returns it once its service worker is there. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await untilKept(page, address);
}

/** Waits until a build has taken over and what others kept is gone. */
export async function untilOnly(page: Page, site: string): Promise<void> {
  const worker = await readFile(join(site, 'service-worker.js'), 'utf8');
  const id = /"id":"(\w+)"/.exec(worker)?.[1] ?? '';
  const shells = async (): Promise<readonly string[]> =>
    (await cacheNames(page)).filter((name) => name.startsWith(`offprint:${BASE}:shell:`));
  await expect
    .poll(shells, { timeout: 20_000, interval: 50 })
    .toEqual([`offprint:${BASE}:shell:${id}`]);
}

/** The names of all caches that a page can see. */
export async function cacheNames(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>('caches.keys()');
}

/** What a deployment with other styles changes: the name of the style sheet, in every page. */
async function changeStyles(site: string): Promise<void> {
  const names = await readdir(site, { recursive: true });
  const sheet = names.find((name) => /^_astro\/Page\..*\.css$/.test(name)) ?? '';
  const other = sheet.replace(/\.[^.]+\.css$/, '.Second00.css');
  await rename(join(site, sheet), join(site, other));
  await writeFile(join(site, other), `${await readFile(join(site, other), 'utf8')}\n:root{--of:2}`);
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const page = await readFile(join(site, name), 'utf8');
    await writeFile(join(site, name), page.replaceAll(sheet, other));
  }
  await rm(join(site, 'service-worker.js'));
  await rm(join(site, 'archive.json'));
  await writeOfflineFiles(site, defaultSettings, siteUrls(BASE, undefined), new Map());
}
