import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { digestOf } from '../helpers.ts';
import {
  cloneProject,
  type CommandResult,
  hashes,
  runBuild,
  temporaryFolder,
  userEnvironment,
} from './build.ts';

/*
 * Whatever happens to a build, the folder it was to replace holds one whole site: the old one or the new one.
 * The builds are of clones, so that other tests do not wait for their locks.
 */

let folder: string;
let remove: () => Promise<void>;
/** Two clones of the project. */
let here: string;
let there: string;
/** Two content folders. */
let older: string;
let newer: string;
/** The site of the older content, for tests to copy. */
let built: string;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  [here, there] = [join(folder, 'here'), join(folder, 'there')];
  [older, newer] = [join(folder, 'older'), join(folder, 'newer')];
  built = join(folder, 'built');
  await Promise.all([cloneProject(here), cloneProject(there)]);
  await write(older, ['An Old Paper', 'A Paper That Stays']);
  await write(newer, ['A New Paper', 'A Paper That Stays', 'Another New Paper']);
  const { code, output } = await build(here, older, built);
  expect(code, output).toBe(0);
});
afterAll(() => remove());

async function write(content: string, titles: readonly string[]): Promise<void> {
  await mkdir(join(content, 'digests'), { recursive: true });
  await writeFile(join(content, 'digests/2025-06-01.txt'), digestOf(...titles));
}

function build(project: string, content: string, outDir: string): Promise<CommandResult> {
  return runBuild(['--outDir', outDir], { OFFPRINT_CONTENT: content }, project);
}

/** A folder of its own for a test, with the old site in it. */
async function placeWithSite(name: string): Promise<{ place: string; outDir: string }> {
  const place = join(folder, name);
  const outDir = join(place, 'site');
  await cp(built, outDir, { recursive: true });
  return { place, outDir };
}

/** A build of the newer content that a test can interrupt, or runs through another command. */
function startBuild(
  outDir: string,
  through: readonly string[] = [],
): { child: ChildProcess; ended: Promise<CommandResult> } {
  const [command, ...args] = [...through, 'npm', 'run', '--silent', 'build', '--'] as const;
  const child = spawn(command, [...args, '--outDir', outDir], {
    cwd: here,
    detached: true,
    env: { ...userEnvironment(), OFFPRINT_CONTENT: newer },
  });
  let output = '';
  const read = (data: Buffer): unknown => (output += data.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<CommandResult>((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, output });
    });
  });
  return { child, ended };
}

/** What a build leaves in the project and beside the site when it did not end by itself. */
async function leftovers(place: string): Promise<readonly string[]> {
  const names = [...(await readdir(place)), ...(await readdir(join(here, '.astro')))];
  return names.filter((name) => /^\.offprint-|^build[-.]/.test(name));
}

function stages(): readonly string[] {
  const astro = join(here, '.astro');
  const names = existsSync(astro) ? readdirSync(astro) : [];
  return names.filter((name) => name.startsWith('build-')).map((name) => join(astro, name));
}

const MOMENTS: readonly (readonly [string, (place: string) => boolean])[] = [
  ['when it has just started', () => true],
  ['while the content is rendered', () => stages().length > 0],
  ['while pages are written', () => stages().some((stage) => existsSync(`${stage}/site/papers`))],
  [
    'while the site takes its place',
    (place) => readdirSync(place).some((name) => name.startsWith('.offprint-site-')),
  ],
];

test.each(['SIGINT', 'SIGKILL'] as const)(
  'a build that %s ends leaves one whole site, at whatever moment, and the next one cleans up',
  async (signal) => {
    const { place, outDir } = await placeWithSite(signal);
    const [old, expected] = [await hashes(built), await expectedSite()];
    for (const [moment, isNow] of MOMENTS) {
      const { child, ended } = startBuild(outDir);
      await pause(100);
      while (!isNow(place) && child.exitCode === null) await pause(2);
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
      await ended;
      if (signal === 'SIGINT')
        expect(existsSync(join(place, '.offprint-site.lock')), moment).toBe(false);
      // Between two renamings the old site stands aside, until the next build.
      if (existsSync(outDir)) expect([old, expected], moment).toContainEqual(await hashes(outDir));
    }
    const { code, output } = await build(here, older, outDir);
    expect(code, output).toBe(0);
    expect(await hashes(outDir)).toEqual(old);
    expect(await leftovers(place)).toEqual([]);
  },
);

/** The files of the site of the newer content. */
async function expectedSite(): Promise<Readonly<Record<string, string>>> {
  const outDir = join(folder, 'expected');
  if (!existsSync(outDir)) {
    const { code, output } = await build(there, newer, outDir);
    expect(code, output).toBe(0);
  }
  return hashes(outDir);
}

describe('a build that cannot write', () => {
  // Blocks of 512 bytes. The limit on the size of files stands for the size of the disk: both make a
  // write fail that others preceded, and the limit needs no rights on any system.
  test.each([8, 64])(
    'its files, of which none may have more than %i blocks, says so and leaves the old site whole',
    async (limit) => {
      const { place, outDir } = await placeWithSite(`full ${String(limit)}`);
      const before = await hashes(outDir);
      const through = ['sh', '-c', `ulimit -f ${String(limit)}; exec "$@"`, 'sh'];
      const { code, output } = await startBuild(outDir, through).ended;
      expect(code, output).toBe(1);
      expect(output).toContain('A file is larger than this system lets it be. Raise the limit');
      expect(output).not.toMatch(/^\s+at /m);
      expect(await hashes(outDir)).toEqual(before);
      expect(await leftovers(place)).toEqual([]);
    },
  );

  test.each([
    ['beside the site', (place: string) => place],
    ['into the site', (place: string) => join(place, 'site')],
  ])('%s says so and leaves the old site whole', async (where, locked) => {
    const { place, outDir } = await placeWithSite(where);
    const before = await hashes(outDir);
    chmodSync(locked(place), 0o555);
    try {
      const { code, output } = await startBuild(outDir, unprivileged(locked(place))).ended;
      expect(code, output).toBe(1);
      expect(output).toMatch(/^.*: This account may not write here\. Change the permissions/m);
      expect(output).not.toMatch(/^\s+at /m);
    } finally {
      chmodSync(locked(place), 0o755);
    }
    expect(await hashes(outDir)).toEqual(before);
    expect(await leftovers(place)).toEqual([]);
  });
});

/** A command before the build that takes from an account, if it has it, the right to write everywhere. */
function unprivileged(locked: string): readonly string[] {
  try {
    accessSync(locked, constants.W_OK);
    return ['setpriv', '--bounding-set', '-dac_override,-dac_read_search,-fowner'];
  } catch {
    return [];
  }
}

test('two clones that build into one folder at once take turns and leave one whole site', async () => {
  const outDir = join(folder, 'shared', 'site');
  const results = await Promise.all([build(here, older, outDir), build(there, newer, outDir)]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  const outputs = results.map(({ output }) => output).join('');
  expect(outputs).toContain(`Another build into ${outDir} is running`);
  expect([await hashes(built), await expectedSite()]).toContainEqual(await hashes(outDir));
  expect(await readdir(join(outDir, '..'))).toEqual(['site']);
});
