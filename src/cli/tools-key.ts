import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { siteAddress } from '../loaders/environment.ts';
import { filesBelow } from './files-below.ts';

/** Files of the project beside `src/` that pages depend on; the lockfile stands for every package. */
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A hash of everything but content that pages are made with: code, packages, Node and the place of the site. */
export function toolsKey(): string {
  const project = resolve(import.meta.dirname, '../..');
  const { base, site } = siteAddress();
  const hash = createHash('sha256').update(JSON.stringify([process.version, base, site]));
  const sources = filesBelow(join(project, 'src')).map((file) => `src/${file}`);
  const there = FILES.filter((file) => existsSync(join(project, file)));
  for (const file of [...there, ...sources]) {
    const contents = readFileSync(join(project, file));
    hash.update(`${file} ${String(contents.length)}\n`).update(contents);
  }
  return hash.digest('hex');
}
