/**
 * What maintainers promise: an address that was published answers for ever, whatever becomes of the digests.
 * Told of a real archive where its folder lies beside the project, else of the sample archive.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { compileArchive, type RawArchive, readDigests } from '../../src/archive/compile.ts';
import type { Archive, Paper } from '../../src/archive/types.ts';
import type { Digest } from '../../src/digest/types.ts';
import { readContentFolder } from '../../src/loaders/content-folder.ts';
import { blocks, digestOf } from '../helpers.ts';
import { buildOrFail, PROJECT, temporaryFolder, userEnvironment } from './build.ts';

const CORPUS = join(PROJECT, '../shared/corpus/arxiv-2025');
const isReal = existsSync(CORPUS);
const MINUTES = 60_000;

let folder: string;
let remove: () => Promise<void>;
let content: string;
let before: { raw: RawArchive; digests: readonly Digest[]; archive: Archive };
/** Addresses that the changes take away. */
let expected: readonly string[];
/** Milliseconds that things took. */
let buildTime: number;
const checkTimes: number[] = [];

const site = (number: 1 | 2): string => join(folder, `site-${String(number)}`);
const listOf = async (number: 1 | 2): Promise<readonly string[]> =>
  (await readFile(join(site(number), 'permalinks.txt'), 'utf8')).trimEnd().split('\n');
const pageOf = (number: 1 | 2, address: string): string =>
  join(site(number), address, 'index.html');

/** Runs `npm run check` against the first site's addresses, as a user would. */
async function check(...options: readonly string[]): Promise<{ code: number; output: string }> {
  const list = join(site(1), 'permalinks.txt');
  const start = performance.now();
  const result = await new Promise<{ code: number; output: string }>((settle) => {
    const args = ['run', '--silent', 'check', '--', '--published', list, ...options];
    const env = { ...userEnvironment(), OFFPRINT_CONTENT: content };
    const most = 64 * 1024 * 1024;
    execFile('npm', args, { cwd: PROJECT, env, maxBuffer: most }, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
  checkTimes.push(performance.now() - start);
  return result;
}

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  content = join(folder, 'content');
  await mkdir(content);
  if (isReal) await cp(CORPUS, join(content, 'digests'), { recursive: true });
  else await cp(join(PROJECT, 'content'), content, { recursive: true });
  const raw = await readContentFolder(content);
  const digests = readDigests(raw);
  before = { raw, digests, archive: compileArchive(raw, digests) };

  const start = performance.now();
  await buildOrFail(site(1), { OFFPRINT_CONTENT: content });
  buildTime = performance.now() - start;
  expected = await changeContent();
}, 10 * MINUTES);

afterAll(() => remove());

/** Does to the digests what people do in a year; returns the addresses that are gone by it. */
async function changeContent(): Promise<readonly string[]> {
  const { archive, digests } = before;
  const at = (file: string): string => join(content, file);
  const lastDates = archive.dates.slice(isReal ? -2 : -1);
  const deleted = new Set(lastDates.flatMap((date) => date.digests.map(({ file }) => file)));
  const kept = digests.filter(({ file }) => !deleted.has(file));
  const plainOf = (digest: Digest): readonly Paper[] =>
    archive.papers.filter(isOnlyIn(digest)).filter(isPlain);
  const edited = kept.findLast((digest) => plainOf(digest).length > 1);
  const reordered = kept.find((digest) => digest !== edited);
  if (reordered === undefined || edited === undefined) throw new Error('Too few digests');

  for (const file of deleted) await rm(at(file));
  await writeFile(at('digests/2031-01-05.txt'), digestOf('An invented study of jars on shelves'));

  const entries = reordered.entries
    .toReversed()
    .map(({ title, abstract }) => [title.text, ...abstract.map(({ text }) => text)]);
  await writeFile(at(reordered.file), blocks(String(reordered.date), ...entries.flat()));
  const name = basename(reordered.file, '.txt');
  await rename(at(reordered.file), at(`digests/${name}-evening.txt`));

  const [retitled, rewritten] = plainOf(edited);
  if (retitled === undefined || rewritten === undefined) throw new Error('Too few papers');
  const lines = (await readFile(at(edited.file), 'utf8')).split('\n');
  const lineOf = (paper: Paper): number => (paper.appearances[0]?.line ?? 0) - 1;
  lines[lineOf(retitled)] = withSlip(retitled.title);
  lines[lineOf(rewritten) + 2] =
    'An invented abstract in the place of the one that was here before it.';
  await writeFile(at(edited.file), lines.join('\n'));

  const isGone = ({ appearances }: Paper): boolean =>
    appearances.every(({ file }) => deleted.has(file));
  return [
    ...lastDates.map(({ date }) => `/dates/${date}/`),
    ...archive.papers
      .filter((paper) => isGone(paper) || paper === retitled)
      .map(({ id }) => `/papers/${id}/`),
  ].sort();
}

function isOnlyIn({ file }: Digest): (paper: Paper) => boolean {
  return ({ appearances }) => appearances.length === 1 && appearances[0]?.file === file;
}

/** True for a paper whose title has a long word, all of it in its address. */
function isPlain({ id, title }: Paper): boolean {
  return LONG_WORD.test(title) && id.length < 70 && !/-[0-9a-f]{10}$/.test(id);
}

const LONG_WORD = /\b([A-Za-z][a-z]{3})([a-z]{4,})\b/;

function withSlip(title: string): string {
  return title.replace(LONG_WORD, '$1x$2');
}

describe('once published', () => {
  test(
    'addresses that a change would take away are named, all of them and no other',
    async () => {
      const { code, output } = await check();
      const named = [...output.matchAll(/ error (\/\S+) was published/g)].map(
        ([, address]) => address,
      );
      expect(named.sort()).toEqual(expected);
      expect(output).toMatch(new RegExp(`: ${String(expected.length)} errors`));
      expect(code).toBe(1);
    },
    MINUTES,
  );

  test(
    'they are kept by notes that --fix writes, and the next check passes',
    async () => {
      const fixed = await check('--fix');
      expect(fixed.code).toBe(0);
      const files = [...fixed.output.matchAll(/^New file notes\/(.*)\.mdx$/gm)].map(
        ([, file]) => file,
      );
      const names = expected.map((address) => address.replace(/^\/papers\/|^\/|\/$/g, ''));
      expect(files.sort()).toEqual(names.sort());
      expect(fixed.output.match(/^sameAs: /gm)).toHaveLength(1);

      const again = await check('--fix');
      expect(again.output).not.toContain('New file');
      expect(again.code).toBe(0);
    },
    MINUTES,
  );

  test(
    'every one of them answers in the next site, and leads where something is',
    async () => {
      await buildOrFail(site(2), { OFFPRINT_CONTENT: content });
      const [first, second] = [await listOf(1), await listOf(2)];
      expect(first.length).toBeGreaterThan(isReal ? 9_000 : 200);
      expect(first.filter((address) => !second.includes(address))).toEqual([]);
      expect(first.filter((address) => !existsSync(pageOf(2, address)))).toEqual([]);

      const targets = await Promise.all(
        expected.map(async (address) => {
          const html = await readFile(pageOf(2, address), 'utf8');
          const target = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
          if (target === undefined) expect(html).toContain('Withdrawn');
          return target ?? [];
        }),
      );
      const moved = targets.flat();
      expect(moved).toHaveLength(1);
      expect(moved.filter((address) => !existsSync(pageOf(2, address)))).toEqual([]);
    },
    10 * MINUTES,
  );

  test.runIf(isReal)('to check takes a tenth of the time to build, at most', () => {
    expect(Math.min(...checkTimes)).toBeLessThan(buildTime / 10);
  });
});
