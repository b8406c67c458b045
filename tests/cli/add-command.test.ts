import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { addCommand } from '../../src/cli/add-command.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { abstractOn, blocks, bytesOf, digestOf } from '../helpers.ts';
import { mailingOf } from '../mailings.ts';
import { PROJECT, userEnvironment } from '../site/build.ts';
import { type CommandRun, contentOf, filesIn, folderOf, run } from './command.ts';

const ABSTRACT = abstractOn('jars');
const dated = (...titles: readonly string[]): string => `Mar 11\n\n${digestOf(...titles)}`;
const SETTINGS = { 'archive.yaml': 'year: 2025\n' };

/** Adds files from outside to a content folder; the place of theirs is `FROM` in what is printed. */
async function add(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ...options: readonly string[]
): Promise<CommandRun> {
  const from = await folderOf(files);
  const paths = Object.keys(files).map((name) => join(from, name));
  const { code, lines } = await run(addCommand, folder, ...paths, ...options);
  const place = relative(process.cwd(), from);
  return { code, lines: lines.map((line) => line.replaceAll(place, 'FROM')) };
}

async function wrongUse(adding: Promise<unknown>): Promise<string> {
  const error = await adding.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe('npm run add', () => {
  test('writes what is piped into it', async () => {
    const folder = await contentOf(SETTINGS);
    const child = spawn('npm', ['run', '--silent', 'add', '--', '-'], {
      cwd: PROJECT,
      env: { ...userEnvironment(), OFFPRINT_CONTENT: folder },
    });
    child.stdin.end(dated('Jars'));
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    const code = await new Promise((settle) => child.on('close', settle));
    expect(output).toBe(
      'pasted text is of 2025-03-11 (2025 is the year in archive.yaml).\nThis publishes: 1 new date, 1 new paper.\nNew:\n  Jars\n' +
        `Written: ${relative(PROJECT, folder)}/digests/2025-03-11.txt\n` +
        'Commit the file to publish it.\n',
    );
    expect(code).toBe(0);
    expect(await filesIn(folder)).toMatchObject({ 'digests/2025-03-11.txt': dated('Jars') });
  });
});

describe('add', () => {
  test('names new papers and repeated ones', async () => {
    const folder = await contentOf({ 'digests/2025-03-10.txt': digestOf('Gulls', 'Tides') });
    const { code, lines } = await add(folder, {
      '2025-03-11.txt': digestOf('Gulls', 'Jars', 'Caf\\\'e "glass"'),
    });
    expect(lines).toEqual([
      'FROM/2025-03-11.txt is of 2025-03-11.',
      'This publishes: 1 new date, 2 new papers, 1 paper listed once more.',
      'New:',
      '  Café "glass"',
      '  Jars',
      'Seen before:',
      '  Gulls',
      'Written: CONTENT/digests/2025-03-11.txt',
      'Commit the file to publish it.',
    ]);
    expect(code).toBe(0);
  });

  test('names ten papers of each kind and counts the rest', async () => {
    const titles = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `Jars of shelf ${String(10 + index)}`);
    const ten = await add(await contentOf({}), { '2025-03-11.txt': digestOf(...titles(10)) });
    expect(ten.lines).toHaveLength(15);
    const eleven = await add(await contentOf({}), { '2025-03-11.txt': digestOf(...titles(11)) });
    expect(eleven.lines.slice(12, 14)).toEqual(['  Jars of shelf 19', '  and 1 more']);
  });

  test('says what else there is of the date', async () => {
    const folder = await contentOf({ 'digests/2025-03-11.txt': digestOf('Gulls') });
    const { lines } = await add(folder, { '2025-03-11.txt': digestOf('Jars') });
    expect(lines[0]).toBe(
      'FROM/2025-03-11.txt is of 2025-03-11, beside 2025-03-11.txt, which is of that date too.',
    );
  });

  test('writes a page that was copied badly only when told to', async () => {
    const titles = ['# Gulls', '# Jars', '# Tides'];
    const refused = await add(await contentOf({}), { '2025-03-11.txt': digestOf(...titles) });
    expect([refused.code, refused.lines.at(-1)]).toEqual([
      1,
      'Nothing was written: 3 lines of 3 papers look wrong, and addresses are permanent. ' +
        'Correct them, or add it as it is: --anyway',
    ]);
    const files = { '2025-03-11.txt': digestOf(...titles) };
    const { code } = await add(await contentOf({}), files, '--anyway');
    expect(code).toBe(0);
  });

  test('mends the text', async () => {
    const folder = await contentOf({});
    const { lines } = await add(folder, { '2025-03-11.txt': `Ja\u200brs \r\n${ABSTRACT}` });
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^FROM\/2025-03-11\.txt:1:1 warning .*\[blank-line-missing\]$/),
      expect.stringMatching(/^FROM\/2025-03-11\.txt:1:3 warning .*\[characters-removed\]$/),
      '2 warnings.',
    ]);
    expect(await filesIn(folder)).toEqual({ 'digests/2025-03-11.txt': blocks('Jars', ABSTRACT) });
  });

  test('says what it does', async () => {
    for (const option of ['--help', '-h']) {
      const { code, lines } = await run(addCommand, '/nothing-such', option);
      expect(lines[0]).toContain('Usage: npm run add -- FILE…');
      expect(code).toBe(0);
    }
  });

  test('asks for a digest', async () => {
    expect(await wrongUse(run(addCommand, await contentOf({})))).toBe(
      'Which digest? npm run add -- FILE, or npm run add -- - and paste the text.',
    );
  });

  test('cannot read a file that is not there, or is none', async () => {
    const folder = await contentOf({});
    expect(await wrongUse(run(addCommand, folder, '/nothing.txt'))).toBe(
      'There is no file /nothing.txt.',
    );
    expect(await wrongUse(run(addCommand, folder, folder))).toBe(
      `${folder} is a folder and no file.`,
    );
  });

  test('takes the commands in a digest for text', async () => {
    const folder = await contentOf({});
    const title = '::add-mask::jars ##[error]x \\ours';
    const { code, lines } = await add(folder, { '2025-03-11.txt': digestOf(title) });
    expect(lines).toContain('  : :add-mask::jars ## [error]x ours');
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('the date of an added digest', () => {
  test.each([
    // name, date line, year of the settings → the name it gets
    ['2025-03-11.txt', '', '', '2025-03-11.txt'],
    ['2025-03-11 evening.txt', '', '', '2025-03-11.txt'],
    ['20250311.txt', '', '', '2025-03-11.txt'],
    ['2025_3_11.txt', 'Mar 11\n\n', 'year: 2024\n', '2025-03-11.txt'],
    ['jars.txt', 'Mar 11\n\n', 'year: 2024\n', '2024-03-11.txt'],
    ['2025 jars.txt', 'Mar 11\n\n', 'year: 2024\n', '2025-03-11.txt'],
    ['jars.txt', '11 March 2025\n\n', '', '2025-03-11.txt'],
    ['jars.md', '11 March 2025\n\n', '', '2025-03-11.txt'],
  ])('of %j with %j and the settings %j gives %s', async (name, line, settings, expected) => {
    const folder = await contentOf(settings === '' ? {} : { 'archive.yaml': settings });
    const { code } = await add(folder, { [name]: line + digestOf('Jars') });
    expect(code).toBe(0);
    expect(Object.keys(await filesIn(folder))).toContain(`digests/${expected}`);
  });

  test('is --date where nothing else says it', async () => {
    const folder = await contentOf({});
    await add(folder, { 'jars.txt': digestOf('Jars') }, '--date', '2025-03-11');
    expect(await filesIn(folder)).toEqual({ 'digests/2025-03-11.txt': digestOf('Jars') });
  });

  test('is --date where the name of the file says another one', async () => {
    const folder = await contentOf({});
    await add(folder, { '2025-03-12.txt': digestOf('Jars') }, '--date', '2025-03-11');
    expect(Object.keys(await filesIn(folder))).toEqual(['digests/2025-03-11.txt']);
  });

  test('has the year of --date', async () => {
    const folder = await contentOf(SETTINGS);
    const { code } = await add(folder, { 'jars.txt': dated('Jars') }, '--date', '2024-03-11');
    expect(code).toBe(0);
    expect(Object.keys(await filesIn(folder))).toContain('digests/2024-03-11.txt');
  });

  test('is not --date where the text says another one', async () => {
    const folder = await contentOf({});
    const adding = add(folder, { 'jars.txt': dated('Jars') }, '--date', '2025-03-12');
    expect(await wrongUse(adding)).toBe(
      'The text says that it is of 2025-03-11, and --date says 2025-03-12.',
    );
    expect(await filesIn(folder)).toEqual({});
  });

  test.each(['2025-02-30', '11 March', '2025-3-11', ''])('is no --date %j', async (date) => {
    const adding = add(await contentOf({}), { 'jars.txt': digestOf('Jars') }, '--date', date);
    expect(await wrongUse(adding)).toBe(`--date takes a day such as 2025-03-11: “${date}”.`);
  });

  test('cannot be --date for two digests', async () => {
    const files = { 'a.txt': digestOf('Jars'), 'b.txt': digestOf('Gulls') };
    expect(await wrongUse(add(await contentOf({}), files, '--date', '2025-03-11'))).toBe(
      '--date goes with one digest at a time.',
    );
  });

  test('is asked for where nothing says it', async () => {
    const folder = await contentOf({});
    for (const text of [digestOf('Jars'), dated('Jars'), `3/11\n\n${digestOf('Jars')}`]) {
      const { code, lines } = await add(folder, { 'jars.txt': text });
      expect(lines.at(-1)).toBe(
        'Nothing was written. Say the date of the digest: --date 2025-03-11',
      );
      expect(code).toBe(1);
    }
    expect(await filesIn(folder)).toEqual({});
  });

  test('in the name of the file that disagrees with the text is reported', async () => {
    const folder = await contentOf({});
    const { code, lines } = await add(folder, { '2025-03-12.txt': dated('Jars') });
    expect(lines[0]).toContain(
      'FROM/2025-03-12.txt:1:1 warning The date line says 11 Mar; the file name says 12 Mar 2025. ' +
        'The digest is published as 2025-03-11.',
    );
    expect(lines[1]).toBe('1 warning.');
    expect(code).toBe(0);
  });

  test('in a year that disagrees with the text is reported once', async () => {
    const text = `11 March 2024\n\n${digestOf('Jars')}`;
    const { lines } = await add(await contentOf({}), { '2025-03-11.txt': text });
    expect(lines.filter((line) => line.includes('[date-disagrees]'))).toHaveLength(1);
  });
});

describe('add writes nothing', () => {
  const BEFORE = { 'digests/2025-03-11.txt': dated('Jars') };

  async function refused(
    files: Readonly<Record<string, string | Uint8Array>>,
    ...options: readonly string[]
  ): Promise<readonly string[]> {
    const folder = await contentOf(BEFORE);
    const { code, lines } = await add(folder, files, ...options);
    expect(code).toBe(1);
    expect(await filesIn(folder)).toEqual(BEFORE);
    return lines;
  }

  test('of what is there already, whatever its line ends', async () => {
    const text = `\n${dated('Jars').replaceAll('\n', ' \r\n')}`;
    expect(await refused({ '2025-03-12.txt': text })).toContain(
      'Nothing was written: FROM/2025-03-12.txt is in the archive already, as digests/2025-03-11.txt.',
    );
  });

  test('of two files that are the same', async () => {
    const files = { '2025-03-12.txt': digestOf('Gulls'), '2025-03-13.txt': digestOf('Gulls') };
    expect(await refused(files)).toContain(
      'Nothing was written: FROM/2025-03-12.txt and FROM/2025-03-13.txt are the same.',
    );
  });

  test('of a file that is named twice', async () => {
    const folder = await contentOf(BEFORE);
    const from = join(await folderOf({ '2025-03-12.txt': digestOf('Gulls') }), '2025-03-12.txt');
    expect((await run(addCommand, folder, from, from)).code).toBe(1);
    expect(await filesIn(folder)).toEqual(BEFORE);
  });

  test('of digests of which one has an error', async () => {
    const lines = await refused({
      '2025-03-12.txt': digestOf('Gulls'),
      '2025-03-13.txt': blocks('x'.repeat(600), ABSTRACT, 'Tides', abstractOn('tides')),
    });
    expect(lines[0]).toMatch(/^FROM\/2025-03-13\.txt:1:1 error /);
    expect(lines.at(-1)).toBe('Nothing was written. Correct the errors and add it again.');
  });

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x4a, 0]],
    ['Latin-1', [...bytesOf('Caf'), 0xe9, 0x20]],
  ])('of a file that is %s', async (_, bytes) => {
    const lines = await refused({ '2025-03-12.txt': Uint8Array.from(bytes) });
    expect(lines[0]).toMatch(/ error .*\[encoding-/);
  });

  test('of an empty file', async () => {
    for (const text of ['', '\n \n', '\u200b'])
      expect((await refused({ '2025-03-12.txt': text })).at(-1)).toBe(
        'Nothing was written: there is no paper in it.',
      );
  });

  test('of a page without papers', async () => {
    expect((await refused({ '2025-03-12.txt': 'new\n\nMar 12\n' })).at(-1)).toBe(
      'Nothing was written: there is no paper in it.',
    );
  });

  test('with --dry-run, and says what it would', async () => {
    const folder = await contentOf(BEFORE);
    const { code, lines } = await add(folder, { '2025-03-12.txt': digestOf('Gulls') }, '--dry-run');
    expect(lines).toEqual([
      'FROM/2025-03-12.txt is of 2025-03-12.',
      'This publishes: 1 new date, 1 new paper.',
      'New:',
      '  Gulls',
      'Would write CONTENT/digests/2025-03-12.txt',
    ]);
    expect(code).toBe(0);
    expect(await filesIn(folder)).toEqual(BEFORE);
  });
});

describe('add', () => {
  test('writes over no file: a second digest of a date gets a number', async () => {
    const files = { 'digests/2025-03-11.txt': digestOf('Jars') };
    const folder = await contentOf(files);
    await add(folder, { '2025-03-11.txt': digestOf('Gulls') });
    await add(folder, { '2025-03-11.txt': digestOf('Tides') });
    expect(await filesIn(folder)).toEqual({
      ...files,
      'digests/2025-03-11-2.txt': digestOf('Gulls'),
      'digests/2025-03-11-3.txt': digestOf('Tides'),
    });
  });

  test('takes several files, two of one date too', async () => {
    const folder = await contentOf({});
    const { code, lines } = await add(folder, {
      '2025-03-11.txt': digestOf('Jars'),
      '20250311.txt': digestOf('Gulls'),
      '2025-03-12.txt': blocks('Jars', ABSTRACT.replace('jars', 'glass')),
    });
    expect(lines.slice(-8)).toEqual([
      'This publishes: 2 new dates, 2 new papers.',
      'New:',
      '  Gulls',
      '  Jars',
      'Written: CONTENT/digests/2025-03-11.txt',
      'Written: CONTENT/digests/2025-03-11-2.txt',
      'Written: CONTENT/digests/2025-03-12.txt',
      'Commit the file to publish it.',
    ]);
    expect(code).toBe(0);
    expect(Object.keys(await filesIn(folder))).toHaveLength(3);
  });

  test('reports nothing of the files that are there', async () => {
    const folder = await contentOf({
      'digests/2025-02-30.txt': digestOf('Jars'),
      'digests/jars.txt': digestOf('Jars'),
    });
    const { code, lines } = await add(folder, { '2025-03-11.txt': digestOf('Gulls') });
    expect(lines[1]).toContain('This publishes');
    expect(code).toBe(0);
    const undated = await add(folder, { 'jars.txt': digestOf('Gulls') });
    expect(undated.lines.filter((line) => line.includes('[date-missing]'))).toHaveLength(1);
  });

  test('appends what it finds to a summary, also when it writes nothing', async () => {
    const outside = await folderOf({ 'summary.md': 'Before.\n\n' });
    const summary = join(outside, 'summary.md');
    const folder = await contentOf({});
    await add(folder, { 'jars.txt': digestOf('Jars') }, '--summary', summary);
    await add(folder, { '2025-03-11.txt': digestOf('Jars') }, '--summary', summary);
    const text = await readFile(summary, 'utf8');
    expect(text).toMatch(/^Before\.\n\n## What this would publish\n\nNo date, paper/);
    expect(text).toMatch(/- \S*jars\.txt:1:1 The digest has no date\./);
    expect(text).toMatch(/\n\n## What this would publish\n\n1 new date, 1 new paper\.\n/);
  });
});

describe('add -', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function paste(
    folder: string,
    text: Uint8Array,
    ...options: string[]
  ): Promise<CommandRun> {
    const input = Readable.from([text.subarray(0, 5), text.subarray(5)]);
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as never);
    return run(addCommand, folder, '-', ...options);
  }

  test('calls what is pasted so', async () => {
    const { lines } = await paste(await contentOf({}), bytesOf(dated('Jars')));
    expect(lines[0]).toMatch(/^pasted text:1:1 error The date line “Mar 11” has no year\./);
  });

  test('takes --date', async () => {
    const folder = await contentOf({});
    const { code } = await paste(folder, bytesOf(dated('Jars')), '--date', '2025-03-11');
    expect(code).toBe(0);
    expect(await filesIn(folder)).toEqual({ 'digests/2025-03-11.txt': dated('Jars') });
  });

  test('refuses what is not UTF-8, and guesses nothing', async () => {
    const folder = await contentOf({});
    const text = Uint8Array.from([
      ...bytesOf('Jars in a caf'),
      0xe9,
      ...bytesOf(`\n\n${ABSTRACT}\n`),
    ]);
    const { code, lines } = await paste(folder, text, '--date', '2025-03-11');
    expect(lines[0]).toContain('pasted text:1:14 error The file is not valid UTF-8');
    expect(code).toBe(1);
  });
});

describe('add of a mailing', () => {
  const gulls = {
    arxiv: '2503.99971',
    title: 'On Gulls',
    authors: 'Ada Keeper',
    categories: 'cs.LG',
  };
  const mailing = mailingOf({ ...gulls, abstract: [ABSTRACT] });

  test('takes date and year from its head, and keeps every line of it', async () => {
    const folder = await contentOf({});
    const { code, lines } = await add(folder, {
      'Mail from arXiv.txt': mailing.replaceAll('\n', ' \r\n'),
    });
    expect(lines).toEqual([
      'FROM/Mail from arXiv.txt is of 2025-03-11.',
      'This publishes: 1 new date, 1 new paper.',
      'New:',
      '  On Gulls',
      'Written: CONTENT/digests/2025-03-11.txt',
      'Commit the file to publish it.',
    ]);
    expect(code).toBe(0);
    expect(await filesIn(folder)).toEqual({ 'digests/2025-03-11.txt': mailing });
  });

  test('puts that of another subject beside it, with the paper that both list', async () => {
    const folder = await contentOf({});
    const nets = { ...gulls, arxiv: '2503.99972', title: 'On Nets' };
    const other = mailingOf(
      { ...gulls, abstract: [ABSTRACT] },
      { ...nets, abstract: [abstractOn('nets')] },
    );
    await add(folder, { 'a.txt': mailing });
    const { lines } = await add(folder, { 'b.txt': other });
    expect(lines).toContain(
      'FROM/b.txt is of 2025-03-11, beside 2025-03-11.txt, which is of that date too.',
    );
    expect(lines).toContain('This publishes: 1 new paper, 1 paper listed once more.');
    expect(Object.keys(await filesIn(folder))).toHaveLength(2);
  });

  test('that was not copied well waits for a second look', async () => {
    const lines = ['Mood: cheerful', '', 'Thrown in'];
    const { code } = await add(await contentOf({}), {
      'a.txt': mailingOf({ ...gulls, abstract: [ABSTRACT], lines }),
    });
    expect(code).toBe(1);
  });
});
