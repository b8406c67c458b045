import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import { limits } from '../../src/digest/limits.ts';
import { archiveSource } from '../../src/loaders/archive-source.ts';
import {
  ContentFolderError,
  contentSignature,
  readContentFolder,
} from '../../src/loaders/content-folder.ts';
import { digestOf } from '../helpers.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-content-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes files by their paths in the content folder. */
async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(join(folder, 'digests'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

const files = async (): Promise<readonly string[]> =>
  (await readContentFolder(folder)).digests.map(({ file }) => file);

describe('readContentFolder', () => {
  test('reads every digest, byte for byte, in the order of the names', async () => {
    await write({
      'digests/2025-03-12.txt': 'b\r\n',
      'digests/2025-03-11.txt': new Uint8Array([0xff, 0]),
    });
    const { digests, problems } = await readContentFolder(folder);
    expect(problems).toEqual([]);
    expect(digests.map(({ file, bytes }) => [file, ...bytes])).toEqual([
      ['digests/2025-03-11.txt', 0xff, 0],
      ['digests/2025-03-12.txt', 0x62, 0x0d, 0x0a],
    ]);
  });

  test.each([
    'a#b.txt',
    '%2e%2e.txt',
    'with space.txt',
    'Ä 灯台.txt',
    '-x.txt',
    'A.TXT',
    'a.b.txt',
    ...(process.platform === 'win32' ? [] : ['q?b.txt', 'a:b.txt', 'a\\b.txt', '"a".txt']),
  ])('reads a digest with the odd name %j', async (name) => {
    await write({ [`digests/${name}`]: 'text' });
    expect(await readContentFolder(folder)).toMatchObject({
      digests: [{ file: `digests/${name}` }],
      problems: [],
    });
  });

  test.each([
    'notes.mdx',
    'notes.md',
    'digest.txt.bak',
    'digest',
    'txt',
    '2025-03-11.txt~',
    'picture.png',
  ])('the file %j is no digest, which is an error', async (name) => {
    await write({ [`digests/${name}`]: 'export const a = process.env', 'digests/a.txt': 'text' });
    const { digests, problems } = await readContentFolder(folder);
    expect(digests.map(({ file }) => file)).toEqual(['digests/a.txt']);
    expect(problems).toMatchObject([
      { code: 'not-a-digest', severity: 'error', file: `digests/${name}`, line: 1, column: 1 },
    ]);
    expect(problems[0]?.message).toContain('does not end in .txt');
  });

  test.runIf(process.platform === 'linux')(
    'a file with a name that cannot be read is an error, and its name is made readable',
    async () => {
      await write({ 'digests/a\u202etxt.txt': 'text', 'digests/b\nc.txt': 'text' });
      const { digests, problems } = await readContentFolder(folder);
      expect(digests).toEqual([]);
      expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
        'digests/a?txt.txt not-a-digest',
        'digests/b?c.txt not-a-digest',
      ]);
    },
  );

  test('many digests are all read, in the order of their names', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `${String(1000 + index)}.txt`);
    await write(Object.fromEntries(names.map((name) => [`digests/${name}`, name])));
    const { digests } = await readContentFolder(folder);
    expect(digests.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(names);
  });

  test('a folder among the digests is an error, whatever its name', async () => {
    await write({});
    await mkdir(join(folder, 'digests/2025.txt'));
    await mkdir(join(folder, 'digests/2025'));
    const { digests, problems } = await readContentFolder(folder);
    expect(digests).toEqual([]);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['digests/2025', 'A folder in the digests folder.'],
      ['digests/2025.txt', 'A folder in the digests folder.'],
    ]);
  });

  test.runIf(process.platform !== 'win32')(
    'a symbolic link is an error and is not followed',
    async () => {
      await write({ 'secret.txt': 'secret' });
      await symlink(join(folder, 'secret.txt'), join(folder, 'digests/2025-03-11.txt'));
      await symlink(join(folder, 'nowhere'), join(folder, 'digests/2025-03-12.txt'));
      const { digests, problems } = await readContentFolder(folder);
      expect(digests).toEqual([]);
      expect(problems.map(({ message }) => message)).toEqual([
        'A symbolic link in the digests folder.',
        'A symbolic link in the digests folder.',
      ]);
    },
  );

  test('hidden files are passed over', async () => {
    await write({ 'digests/.DS_Store': 'x', 'digests/.a.txt.swp': 'x', 'digests/a.txt': 'text' });
    expect(await readContentFolder(folder)).toMatchObject({
      digests: [{ file: 'digests/a.txt' }],
      problems: [],
    });
  });

  test('a file over the size limit is an error and is not read', async () => {
    await write({ 'digests/a.txt': '' });
    await truncate(join(folder, 'digests/a.txt'), limits.fileBytes + 1);
    const { digests, problems } = await readContentFolder(folder);
    expect(digests).toEqual([]);
    expect(problems).toMatchObject([{ code: 'file-too-large', severity: 'error' }]);
  });

  test('an empty folder is an empty archive', async () => {
    await write({});
    expect(await readContentFolder(folder)).toEqual({
      settings: defaultSettings,
      digests: [],
      notes: [],
      problems: [],
    });
  });

  test.each(['no folder', 'a file'])('%s named digests is a mistake of the call', async (what) => {
    if (what === 'a file') await writeFile(join(folder, 'digests'), '');
    const reading = readContentFolder(folder);
    await expect(reading).rejects.toThrow(ContentFolderError);
    await expect(reading).rejects.toThrow(/There is no folder .*digests.*OFFPRINT_CONTENT/s);
  });

  test('a missing content folder is a mistake of the call', async () => {
    await expect(readContentFolder(join(folder, 'nowhere'))).rejects.toThrow(ContentFolderError);
  });

  test('only digests/ is looked at', async () => {
    await write({ 'digests/a.txt': 'text', 'about.mdx': 'x', 'b.txt': 'text' });
    expect(await files()).toEqual(['digests/a.txt']);
  });
});

describe('archive.yaml', () => {
  test('is read when it is there', async () => {
    await write({ 'archive.yaml': 'title: Gulls daily\nyear: 2025\n' });
    expect(await readContentFolder(folder)).toMatchObject({
      settings: { title: 'Gulls daily', year: 2025 },
      problems: [],
    });
  });

  test('reports its errors with the other problems', async () => {
    await write({ 'archive.yaml': 'title: Gulls\nyear: soon\n', 'digests/a.mdx': '' });
    const { settings, problems } = await readContentFolder(folder);
    expect(settings).toEqual(defaultSettings);
    expect(problems.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([
      'archive.yaml:2',
      'digests/a.mdx:1',
    ]);
  });

  test('that is a folder is an error of the content', async () => {
    await write({});
    await mkdir(join(folder, 'archive.yaml'));
    const { problems } = await readContentFolder(folder);
    expect(problems).toMatchObject([{ file: 'archive.yaml', severity: 'error' }]);
  });

  test('that is not UTF-8 is an error of the content', async () => {
    await write({ 'archive.yaml': new Uint8Array([...Buffer.from('title: M'), 0xf6, 0x77]) });
    const { settings, problems } = await readContentFolder(folder);
    expect(settings.title).not.toContain('\ufffd');
    expect(problems).toMatchObject([{ file: 'archive.yaml', severity: 'error' }]);
  });
});

describe('from the folder to the archive', () => {
  test('every file is published or reported', async () => {
    await write({
      'archive.yaml': 'year: 2025\n',
      'digests/2025-03-11.txt': digestOf('Gulls'),
      'digests/2025-02-30.txt': digestOf('Tides'),
      'digests/empty.txt': '',
      'digests/notes.mdx': 'x',
      'digests/picture.txt': Uint8Array.from({ length: 200 }, (_, index) => index % 8),
    });
    const { papers, digests, problems } = compileArchive(await readContentFolder(folder));
    expect(papers.map(({ id }) => id)).toEqual(['gulls']);
    expect(digests).toHaveLength(4);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'digests/2025-02-30.txt date-impossible',
      'digests/empty.txt file-empty',
      'digests/notes.mdx not-a-digest',
      'digests/picture.txt file-binary',
    ]);
  });
});

describe('contentSignature', () => {
  const later = new Date('2040-01-01');

  test('stays while nothing changes', async () => {
    await write({ 'digests/a.txt': 'text', 'archive.yaml': '' });
    expect(await contentSignature(folder)).toBe(await contentSignature(folder));
  });

  test.each([
    ['a digest is edited', () => write({ 'digests/a.txt': 'longer text' })],
    ['a digest is saved', () => utimes(join(folder, 'digests/a.txt'), later, later)],
    ['a digest is added', () => write({ 'digests/b.txt': '' })],
    ['a digest is deleted', () => rm(join(folder, 'digests/a.txt'))],
    ['archive.yaml is edited', () => write({ 'archive.yaml': 'year: 2025' })],
    ['archive.yaml is deleted', () => rm(join(folder, 'archive.yaml'))],
  ])('changes when %s', async (_, change) => {
    await write({ 'digests/a.txt': 'text', 'archive.yaml': '' });
    const before = await contentSignature(folder);
    await change();
    expect(await contentSignature(folder)).not.toBe(before);
  });

  test('does not change for a hidden file', async () => {
    await write({ 'digests/a.txt': 'text' });
    const before = await contentSignature(folder);
    await write({ 'digests/.a.txt.swp': 'x' });
    expect(await contentSignature(folder)).toBe(before);
  });
});

describe('archiveSource', () => {
  test('compiles the archive once, and again only after a change', async () => {
    await write({ 'digests/2025-03-11.txt': digestOf('Gulls') });
    const source = archiveSource(folder);
    const first = await source.read();
    expect(await source.read()).toBe(first);
    await write({ 'digests/2025-03-12.txt': digestOf('Tides') });
    const second = await source.read();
    expect(second).not.toBe(first);
    expect(second.papers.map(({ id }) => id)).toEqual(['gulls', 'tides']);
  });

  test('of two readers at once gives both the same archive', async () => {
    await write({ 'digests/2025-03-11.txt': digestOf('Gulls') });
    const source = archiveSource(folder);
    const [a, b] = await Promise.all([source.read(), source.read()]);
    expect(a).toBe(b);
  });

  test('fails where there is no content folder, and works once there is one', async () => {
    const source = archiveSource(folder);
    await expect(source.read()).rejects.toThrow(ContentFolderError);
    await write({ 'digests/2025-03-11.txt': digestOf('Gulls') });
    expect((await source.read()).papers).toHaveLength(1);
  });
});
