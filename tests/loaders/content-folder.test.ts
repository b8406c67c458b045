import { chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import { limits } from '../../src/digest/limits.ts';
import {
  ContentFolderError,
  contentSignature,
  hasAbout,
  readContentFolder,
} from '../../src/loaders/content-folder.ts';
import { digestOf } from '../helpers.ts';

let folder: string;

beforeEach(async () => {
  vi.stubEnv('REPOSITORY_URL', undefined);
  folder = await mkdtemp(join(tmpdir(), 'offprint-content-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Writes files by their paths in the content folder. */
async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(join(folder, 'digests'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
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

describe('where the content is kept', () => {
  const STATED = 'https://github.com/keeper/gulls';
  const HERE = 'https://github.com/keeper/tides';

  test.each([
    ['nobody knows', undefined, undefined, undefined],
    ['archive.yaml says', STATED, undefined, STATED],
    ['archive.yaml says where the environment is empty', STATED, '', STATED],
    ['the environment says', undefined, HERE, HERE],
    ['the environment says before archive.yaml', STATED, HERE, HERE],
  ])('%s', async (_, stated, environment, expected) => {
    vi.stubEnv('REPOSITORY_URL', environment);
    const address = stated === undefined ? '' : `  address: ${stated}\n`;
    await write({ 'archive.yaml': `repository:\n${address}  branch: trunk\n` });
    const { settings, problems } = await readContentFolder(folder);
    expect(settings.repository).toEqual({ address: expected, branch: 'trunk', folder: 'content' });
    expect(problems).toEqual([]);
  });
});

/** The problems of the folder as `file code message`. */
async function faults(): Promise<readonly string[]> {
  const { problems } = await readContentFolder(folder);
  return problems.map(({ file, code, message }) => `${file} ${code} ${message}`);
}

describe('notes', () => {
  const noteFiles = async (): Promise<readonly string[]> =>
    (await readContentFolder(folder)).notes.map(({ file }) => file);

  test('on papers and on dates are read, byte for byte, in the order of their names', async () => {
    await write({
      'notes/tides.mdx': 'b\r\n',
      'notes/gulls.mdx': '---\n---\n',
      'notes/dates/2025-03-12.mdx': '',
      'notes/dates/2025-03-11.mdx': '',
    });
    const { notes, problems } = await readContentFolder(folder);
    expect(notes.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])).toEqual([
      ['notes/gulls.mdx', '---\n---\n'],
      ['notes/tides.mdx', 'b\r\n'],
      ['notes/dates/2025-03-11.mdx', ''],
      ['notes/dates/2025-03-12.mdx', ''],
    ]);
    expect(problems).toEqual([]);
  });

  test('need not be there, and an empty folder of them is none', async () => {
    await write({});
    expect(await noteFiles()).toEqual([]);
    await mkdir(join(folder, 'notes/dates'), { recursive: true });
    expect(await readContentFolder(folder)).toMatchObject({ notes: [], problems: [] });
  });

  test('that are no MDX are left out and reported at their line, before anything is built', async () => {
    await write({
      'notes/gulls.mdx': '---\nvenue: A\n---\n\nA {',
      'notes/tides.mdx': 'A {1 + 1}',
      'notes/dates/2025-03-11.mdx': '{',
    });
    const { notes, problems } = await readContentFolder(folder);
    expect(notes.map(({ file }) => file)).toEqual(['notes/tides.mdx']);
    expect(problems.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['notes/gulls.mdx', 5, 3, 'mdx-invalid'],
      ['notes/dates/2025-03-11.mdx', 1, 1, 'mdx-invalid'],
    ]);
  });

  test.each(['gulls.md', 'gulls.txt', 'gulls', 'gulls.mdx.txt', 'mdx', 'gulls.mdx~'])(
    'the file %j is none, which is an error',
    async (name) => {
      await write({ [`notes/${name}`]: '{', [`notes/dates/${name}`]: '{' });
      const message = 'not-a-note A file that does not end in .mdx in the folder of notes.';
      expect(await faults()).toEqual([
        `notes/${name} ${message}`,
        `notes/dates/${name} ${message}`,
      ]);
      expect(await noteFiles()).toEqual([]);
    },
  );

  test('a folder among them is an error, but for the one of dates', async () => {
    await mkdir(join(folder, 'notes/dates/dates'), { recursive: true });
    await mkdir(join(folder, 'notes/gulls.mdx'));
    await write({ 'notes/Dates2/a.mdx': '' });
    expect(await faults()).toEqual([
      'notes/Dates2 not-a-note A folder in the folder of notes.',
      'notes/gulls.mdx not-a-note A folder in the folder of notes.',
      'notes/dates/dates not-a-note A folder in the folder of notes.',
    ]);
  });

  test('hidden files are passed over', async () => {
    await write({ 'notes/.gulls.mdx.swp': '{', 'notes/dates/.DS_Store': '{', 'notes/.a.mdx': '{' });
    expect(await readContentFolder(folder)).toMatchObject({ notes: [], problems: [] });
  });

  test('over their size limit are errors and are not read', async () => {
    await write({ 'notes/gulls.mdx': 'a'.repeat(64_001), 'notes/tides.mdx': 'a'.repeat(64_000) });
    expect(await faults()).toEqual([
      'notes/gulls.mdx file-unreadable The file cannot be read: it has 64,001 bytes; the limit is 64,000.',
    ]);
    expect(await noteFiles()).toEqual(['notes/tides.mdx']);
  });

  test('a file in the place of their folder is an error', async () => {
    await write({ notes: 'x' });
    expect(await faults()).toEqual(['notes file-unreadable The file cannot be read: ENOTDIR.']);
    expect(await noteFiles()).toEqual([]);
  });

  test('a file in the place of the folder of dates is an error', async () => {
    await write({ 'notes/dates': 'x', 'notes/gulls.mdx': '' });
    expect(await faults()).toEqual([
      'notes/dates not-a-note A file that does not end in .mdx in the folder of notes.',
    ]);
    expect(await noteFiles()).toEqual(['notes/gulls.mdx']);
  });

  test.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)(
    'in a folder that cannot be read are an error',
    async () => {
      await write({ 'notes/gulls.mdx': '' });
      await chmod(join(folder, 'notes'), 0);
      const found = await faults();
      await chmod(join(folder, 'notes'), 0o700);
      expect(found).toEqual(['notes file-unreadable The file cannot be read: EACCES.']);
    },
  );

  test.runIf(process.platform !== 'win32')(
    'behind a symbolic link are an error and are not followed',
    async () => {
      await write({ 'elsewhere/2025-03-11.mdx': 'secret', 'notes/a.mdx': '' });
      await symlink(join(folder, 'elsewhere/2025-03-11.mdx'), join(folder, 'notes/gulls.mdx'));
      await symlink(join(folder, 'nowhere'), join(folder, 'notes/tides.mdx'));
      await symlink(join(folder, 'elsewhere'), join(folder, 'notes/dates'));
      expect(await noteFiles()).toEqual(['notes/a.mdx']);
      const message = 'not-a-note A symbolic link in the folder of notes.';
      expect(await faults()).toEqual([
        `notes/dates ${message}`,
        `notes/gulls.mdx ${message}`,
        `notes/tides.mdx ${message}`,
      ]);
    },
  );

  test.each(['#', '?', '%'])('cannot be read from a folder with a %s in its path', async (sign) => {
    const odd = join(folder, `a${sign}b`);
    await mkdir(join(odd, 'digests'), { recursive: true });
    await expect(readContentFolder(odd)).resolves.toMatchObject({ problems: [] });
    await mkdir(join(odd, 'notes'));
    await writeFile(join(odd, 'notes/gulls.mdx'), '');
    await expect(readContentFolder(odd)).rejects.toThrow(ContentFolderError);
    await expect(readContentFolder(odd)).rejects.toThrow(`holds “${sign}”, so that no MDX`);
    await rm(join(odd, 'notes'), { recursive: true });
    await writeFile(join(odd, 'about.mdx'), '');
    await expect(readContentFolder(odd)).rejects.toThrow(ContentFolderError);
  });
});

describe('about.mdx', () => {
  test('is there when it is sound', async () => {
    await write({});
    expect(await hasAbout(folder)).toBe(false);
    await write({ 'about.mdx': '---\ntitle: x\n---\nAll about {1 + 1} gulls.' });
    expect(await hasAbout(folder)).toBe(true);
    expect(await faults()).toEqual([]);
    await write({ 'about.mdx': '' });
    expect(await hasAbout(folder)).toBe(true);
    expect(await faults()).toEqual([]);
  });

  test.each([
    ['that is no MDX', 'A\n{', 2, 'mdx-invalid'],
    ['that is not UTF-8', new Uint8Array([0x4d, 0xf6, 0x77]), 1, 'encoding-invalid'],
    ['that is UTF-16', new Uint8Array([0xff, 0xfe, 0x4d, 0]), 1, 'encoding-utf16'],
    ['that is too large', 'a'.repeat(64_001), 1, 'file-unreadable'],
  ])('%s is an error', async (_, content, line, code) => {
    await write({ 'about.mdx': content });
    const { problems } = await readContentFolder(folder);
    expect(problems).toMatchObject([{ file: 'about.mdx', line, code, severity: 'error' }]);
    expect(problems).toHaveLength(1);
    expect(await hasAbout(folder)).toBe(false);
  });

  test('with characters that cannot be seen is no error', async () => {
    await write({ 'about.mdx': 'All about gu\u200blls.' });
    expect(await faults()).toEqual([]);
    expect(await hasAbout(folder)).toBe(true);
  });

  test('that is a folder is an error', async () => {
    await write({ 'about.mdx/a.txt': '' });
    expect(await faults()).toEqual([
      'about.mdx file-unreadable The file cannot be read: it is not a file.',
    ]);
  });
});

describe.runIf(process.platform !== 'win32')('a symbolic link in the place of', () => {
  test('archive.yaml is an error and is not followed', async () => {
    await write({ 'elsewhere.yaml': 'title: Secret' });
    await symlink(join(folder, 'elsewhere.yaml'), join(folder, 'archive.yaml'));
    expect((await readContentFolder(folder)).settings).toEqual(defaultSettings);
    expect(await faults()).toEqual([
      'archive.yaml settings-invalid It cannot be read: it is a symbolic link.',
    ]);
  });

  test('about.mdx is an error and is not followed', async () => {
    await write({ 'elsewhere.mdx': 'Secret' });
    await symlink(join(folder, 'elsewhere.mdx'), join(folder, 'about.mdx'));
    expect(await hasAbout(folder)).toBe(false);
    expect(await faults()).toEqual([
      'about.mdx file-unreadable The file cannot be read: it is a symbolic link.',
    ]);
  });
});

describe('a file that nothing reads', () => {
  test.each([
    ['archive.yml', 'archive.yaml'],
    ['archive.yaml.txt', 'archive.yaml'],
    ['archive.yml.txt', 'archive.yaml'],
    ['archive.json', 'archive.yaml'],
    ['archive.toml', 'archive.yaml'],
    ['settings.yaml', 'archive.yaml'],
    ['settings.yml', 'archive.yaml'],
    ['about.md', 'about.mdx'],
    ['about.mdx.txt', 'about.mdx'],
    ['about.txt', 'about.mdx'],
    ['about.htm', 'about.mdx'],
    ['about.html', 'about.mdx'],
    ['note', 'notes'],
    ...(process.platform === 'linux'
      ? [
          ['Archive.yaml', 'archive.yaml'],
          ['ARCHIVE.YML', 'archive.yaml'],
          ['About.mdx', 'about.mdx'],
          ['Notes', 'notes'],
          ['NOTES', 'notes'],
        ]
      : []),
  ])('such as %s is reported, with the name %s that is meant', async (name, meant) => {
    await write({ [name]: '' });
    expect(await faults()).toEqual([
      `${name} file-misnamed Nothing reads this file; it seems to be meant as ${meant}.`,
    ]);
    const { problems } = await readContentFolder(folder);
    expect(problems).toMatchObject([{ severity: 'warning', line: 1, column: 1 }]);
  });

  test.each(['archive.yml', 'about.md'])(
    '%s is none of our concern beside the real one',
    async (name) => {
      await write({ [name]: '', 'archive.yaml': '', 'about.mdx': '' });
      expect(await faults()).toEqual([]);
    },
  );

  test.each(['README.md', 'archive.yaml.bak', 'xarchive.yml', 'about-us.md', 'footnotes', 'x.txt'])(
    '%s is none of our concern',
    async (name) => {
      await write({ [name]: '' });
      expect(await faults()).toEqual([]);
    },
  );
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
    ['a note is edited', () => write({ 'notes/a.mdx': 'longer text' })],
    ['a note is added', () => write({ 'notes/b.mdx': '' })],
    ['a note on a date is added', () => write({ 'notes/dates/2025-03-11.mdx': '' })],
    ['a note is deleted', () => rm(join(folder, 'notes/a.mdx'))],
    ['about.mdx is added', () => write({ 'about.mdx': 'x' })],
  ])('changes when %s', async (_, change) => {
    await write({ 'digests/a.txt': 'text', 'archive.yaml': '', 'notes/a.mdx': '' });
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
