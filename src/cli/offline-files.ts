import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as bundle, type Rolldown } from 'vite';

import type { Settings } from '../archive/settings.ts';
import {
  offlineSearch,
  offlineShell,
  webManifest,
  type PublishedFile,
} from '../publish/offline.ts';
import type { SiteUrls } from '../publish/site-urls.ts';
import { fingerprintIn, packFingerprints } from '../reader/offline/fingerprint.ts';
import { fileName, type OfflineBuild } from '../reader/offline/offline-build.ts';
import { filesBelow } from './files-below.ts';
import { knownFile, type KnownFile } from './known-file.ts';

const WORKERS = resolve(import.meta.dirname, '../reader/offline');

/**
 * Writes what a built site needs to be read without a connection: `manifest.webmanifest` and
 * `service-worker.js`, which knows every file of the site as it is now. Where the archive is not for use
 * offline, a worker that frees the readers of earlier builds.
 *
 * @param site the folder of the site, complete but for files that readers do not read.
 * @param known files that need not be read again, by their names below it.
 */
export async function writeOfflineFiles(
  site: string,
  settings: Settings,
  urls: SiteUrls,
  known: ReadonlyMap<string, KnownFile>,
): Promise<void> {
  const target = join(site, 'service-worker.js');
  if (!settings.offline) {
    await writeFile(target, await scriptOf('farewell.ts'));
    return;
  }
  await writeFile(join(site, 'manifest.webmanifest'), webManifest(settings, urls));
  const script = await scriptOf('service-worker.ts');
  await writeFile(target, `const OFFPRINT_BUILD = ${describe(site, script, known)};\n${script}`);
}

/** What the worker knows of its build, as JSON. */
function describe(site: string, script: string, known: ReadonlyMap<string, KnownFile>): string {
  const files: PublishedFile[] = [];
  const fingerprints: number[] = [];
  const id = createHash('sha256').update(script);
  for (const path of filesBelow(site).filter(isForReaders)) {
    const { bytes, digest } = known.get(path) ?? knownFile(path, readFileSync(join(site, path)));
    files.push({ name: fileName(path), bytes });
    const hash = Buffer.from(digest, 'base64');
    fingerprints.push(fingerprintIn(hash));
    id.update(hash);
  }
  const search = offlineSearch(files);
  const build: OfflineBuild = {
    id: id.digest('hex').slice(0, 16),
    shell: offlineShell(files),
    search: {
      files: search.map(({ name }) => name),
      bytes: search.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    fingerprints: packFingerprints(fingerprints),
  };
  return JSON.stringify(build);
}

/** Whether browsers ask for a file: not those for hosts. */
function isForReaders(path: string): boolean {
  return path.startsWith('_astro/') || !/^[._]/.test(path);
}

/** A service worker as one script: not every browser takes modules for one. */
async function scriptOf(entry: string): Promise<string> {
  const result = await bundle({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(WORKERS, entry), formats: ['iife'], name: 'offprint' },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  const script = output?.output[0];
  if (script === undefined) throw new Error(`${entry} could not be bundled.`);
  return script.code;
}
