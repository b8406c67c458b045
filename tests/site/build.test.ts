import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildOrFail, cloneProject, hashes, PROJECT, runBuild, temporaryFolder } from './build.ts';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(() => remove());

const DIGEST = 'A Sound Paper\n\nIts abstract is long enough to be taken for one by anybody.\n';

/** A content folder with these files in it. */
async function contentOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const content = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(content, file, '..'), { recursive: true });
    await writeFile(join(content, file), text);
  }
  return content;
}

test('a folder with only digests in it is enough', async () => {
  const content = await contentOf('only-digests', { 'digests/2024-05-06.txt': DIGEST });
  const outDir = join(folder, 'only-digests-site');
  await buildOrFail(outDir, { OFFPRINT_CONTENT: content });
  expect(await readdir(join(outDir, 'papers'))).toEqual(['a-sound-paper', 'index.html']);
  expect(await readdir(join(outDir, 'dates'))).toEqual([
    '2024-05-06',
    '2024-05-06.md',
    'index.html',
  ]);
});

describe('when the content has errors', () => {
  const files = { 'digests/2024-05-06.txt': DIGEST, 'digests/a.txt': DIGEST, 'digests/b.mdx': 'x' };

  test('a build lists all of them, exits with 1 and leaves the previous site as it was', async () => {
    const outDir = join(folder, 'kept-site');
    const sound = await contentOf('sound', { 'digests/2024-05-06.txt': DIGEST });
    await buildOrFail(outDir, { OFFPRINT_CONTENT: sound });
    const before = await hashes(outDir);
    const content = await contentOf('with-errors', files);
    const { code, output } = await runBuild(['--outDir', outDir], { OFFPRINT_CONTENT: content });
    expect(code).toBe(1);
    expect(output).toContain('a.txt:1:1 error The digest has no date.');
    expect(output).toContain('b.mdx:1:1 error A file that does not end in .txt');
    expect(await hashes(outDir)).toEqual(before);
  });

  test('--keep-going publishes what is sound and lists the rest', async () => {
    const content = await contentOf('kept-going', files);
    const outDir = join(folder, 'kept-going-site');
    const { code, output } = await runBuild(['--outDir', outDir, '--keep-going'], {
      OFFPRINT_CONTENT: content,
    });
    expect(code).toBe(0);
    expect(output).toContain('2 errors');
    expect(await readdir(join(outDir, 'papers'))).toEqual(['a-sound-paper', 'index.html']);
    const { problems } = JSON.parse(await readFile(join(outDir, 'archive.json'), 'utf8')) as {
      problems: { code: string }[];
    };
    expect(problems.map((found) => found.code)).toEqual(['date-missing', 'not-a-digest']);
  });
});

describe('wrong use exits with 2 and says what to do', () => {
  test.each([
    ['an unknown option', ['--what'], {}, '--what'],
    ['a missing content folder', [], { OFFPRINT_CONTENT: '/nowhere' }, 'OFFPRINT_CONTENT'],
    ['an address that is none', [], { SITE_URL: 'example' }, 'https://example.org'],
    ['an address with a folder', [], { SITE_URL: 'https://a.org/b' }, 'BASE_PATH'],
    ['an address that runs', [], { SITE_URL: 'javascript:alert(1)' }, 'https://example.org'],
    ['an output folder that holds the content', ['--outDir', 'content'], {}, '--outDir'],
    ['a folder with a space', [], { BASE_PATH: '/my archive' }, '/archive'],
    ['an output folder with other things in it', ['--outDir', PROJECT], {}, '--outDir'],
  ])('%s', async (_, args, env, advice) => {
    const { code, output } = await runBuild(args, env);
    expect(code).toBe(2);
    expect(output).toContain(advice);
  });
});

test('a digest saved during the build stops it, and nothing is published', async () => {
  const content = await contentOf('changing', { 'digests/2024-05-06.txt': DIGEST });
  const outDir = join(folder, 'changing-site');
  const save = (text: string): void => {
    if (text.includes('→')) writeFileSync(join(content, 'digests/2024-05-07.txt'), DIGEST);
  };
  const env = { OFFPRINT_CONTENT: content };
  const { code, output } = await runBuild(['--outDir', outDir], env, PROJECT, save);
  expect(code).toBe(1);
  expect(output).toContain('The content changed during the build.');
  expect(existsSync(outDir)).toBe(false);
});

test('a folder of somebody else stays, even with an archive.json of its own', async () => {
  const outDir = await contentOf('not-a-site', { 'archive.json': '{}', 'thesis.txt': 'x' });
  const { code } = await runBuild(['--outDir', outDir]);
  expect(code).toBe(2);
  expect(await readdir(outDir)).toEqual(['archive.json', 'thesis.txt']);
});

test('a site that a killed build had moved aside comes back when the next build fails', async () => {
  const content = await contentOf('moved-aside', { 'digests/2024-05-06.txt': DIGEST });
  const outDir = join(folder, 'moved-aside-site');
  await buildOrFail(outDir, { OFFPRINT_CONTENT: content });
  const before = await hashes(outDir);
  await mkdir(join(folder, '.offprint-moved-aside-site-abc123'));
  await rename(outDir, join(folder, '.offprint-moved-aside-site-abc123/previous'));
  await writeFile(join(content, 'about.mdx'), '{nothing.at.all}\n');
  const { code } = await runBuild(['--outDir', outDir], { OFFPRINT_CONTENT: content });
  expect(code).toBe(1);
  expect(await hashes(outDir)).toEqual(before);
});

test('two builds at once take turns and give the same bytes', async () => {
  const outDirs = [join(folder, 'at-once-a'), join(folder, 'at-once-b')];
  await Promise.all(outDirs.map((outDir) => buildOrFail(outDir, {})));
  const [a, b] = await Promise.all(outDirs.map(hashes));
  expect(a).toEqual(b);
});

test('the same content gives the same bytes in another folder, time zone and locale', async () => {
  const copy = join(folder, 'another place', 'project');
  await cloneProject(copy);

  const here = join(folder, 'bytes-here');
  const there = join(folder, 'bytes-there');
  await buildOrFail(here, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  const { code, output } = await runBuild(
    ['--outDir', there],
    { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    copy,
  );
  expect(code, output).toBe(0);
  expect(await hashes(there)).toEqual(await hashes(here));
});
