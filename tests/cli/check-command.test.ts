import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test, vi } from 'vitest';

import { checkCommand } from '../../src/cli/check-command.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { abstractOn, blocks, digestOf } from '../helpers.ts';
import { PROJECT, userEnvironment } from '../site/build.ts';
import { type CommandRun, contentOf, filesIn, folderOf, run } from './command.ts';

const check = (folder: string, ...args: readonly string[]): Promise<CommandRun> =>
  run(checkCommand, folder, ...args);

const ABSTRACT = abstractOn('jars');
/** One error, one warning, one notice. */
const FAULTY = {
  'digests/2025-03-11.txt': blocks('Jars \\ours', ABSTRACT, 'Shelves', 'Gulls', ABSTRACT.slice(4)),
  'digests/2025-02-30.txt': digestOf('Tides'),
};
const IN_ORDER = { 'digests/2025-03-11.txt': digestOf('Jars', 'Gulls') };

/** What is wrong with a call. */
async function wrongUse(...args: readonly string[]): Promise<string> {
  const error = await check(await contentOf(IN_ORDER), ...args).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

/** Runs `npm run check` as a user would. */
function npmCheck(
  folder: string,
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((settle, fail) => {
    const child = spawn('npm', ['run', '--silent', 'check', '--', ...args], {
      cwd: PROJECT,
      env: { ...userEnvironment(), GITHUB_ACTIONS: '', OFFPRINT_CONTENT: folder },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, out, err });
    });
  });
}

describe('npm run check', () => {
  test('ends with 0 where everything is in order, and says what there is', async () => {
    const { code, out, err } = await npmCheck(await contentOf(IN_ORDER));
    expect(out).toBe('1 digest, 2 entries, 2 papers, 1 date: everything is in order.\n');
    expect([code, err]).toEqual([0, '']);
  });

  test('ends with 1 for errors, each at its place', async () => {
    const folder = await contentOf(FAULTY);
    const { code, out, err } = await npmCheck(folder);
    const place = relative(PROJECT, folder);
    expect(out).toContain(`${place}/digests/2025-02-30.txt:1:1 error There is no such date`);
    expect([code, err]).toEqual([1, '']);
  });

  test.each([
    [['--nothing-such'], /Unknown option '--nothing-such'/],
    [['--explain', 'nothing-such'], /^There is no code “nothing-such”\./],
  ])('ends with 2 for wrong use: %j', async (args, message) => {
    const { code, out, err } = await npmCheck(await contentOf(IN_ORDER), ...args);
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect([code, out]).toEqual([2, '']);
  });
});

describe('check', () => {
  test('lists every problem in order of file and line, and counts them', async () => {
    const { code, lines } = await check(await contentOf(FAULTY));
    expect(lines.map((line) => line.replace(/ (error|warning|notice) .* /, ' $1 '))).toEqual([
      'CONTENT/digests/2025-02-30.txt:1:1 error [date-impossible]',
      'CONTENT/digests/2025-03-11.txt:1:6 notice [latex-unknown]',
      'CONTENT/digests/2025-03-11.txt:5:1 warning [title-without-abstract]',
      '2 digests, 3 entries, 3 papers, 1 date: 1 error, 1 warning, 1 notice.',
    ]);
    expect(code).toBe(1);
  });

  test('ends with 0 for warnings and notices', async () => {
    const folder = await contentOf({
      'digests/2025-03-11.txt': FAULTY['digests/2025-03-11.txt'],
    });
    const { code, lines } = await check(folder);
    expect(lines.at(-1)).toContain(': 1 warning, 1 notice.');
    expect(code).toBe(0);
  });

  test('says what it does', async () => {
    for (const option of ['--help', '-h']) {
      const { code, lines } = await check('/nothing-such', option);
      expect(lines[0]).toBe(
        'Usage: npm run check -- [FILE…] [--fix] [--published FILE] [--base DIR] [--json] [--summary FILE]',
      );
      expect(code).toBe(0);
    }
  });

  test('explains a code without a content folder', async () => {
    const { code, lines } = await check('/nothing-such', '--explain', 'date-missing');
    expect(lines.slice(0, 3)).toEqual(['date-missing (error)', '', 'The digest has no date.']);
    expect(code).toBe(0);
  });

  test.each(['nothing-such', '__proto__', 'constructor', ''])('knows no code %j', async (code) => {
    expect(await wrongUse('--explain', code)).toBe(
      `There is no code “${code}”. .github/problems.md lists all of them.`,
    );
  });

  test('needs a folder with digests in it', async () => {
    await expect(check(await folderOf({}))).rejects.toThrow('There is no folder');
  });

  test('takes the commands in a digest for text', async () => {
    const title = '##[error]Jars ::add-mask::e \\ours';
    const { lines } = await check(await contentOf({ 'digests/2025-03-11.txt': blocks(title) }));
    expect(lines.join('\n')).toContain('“## [error]Jars ::add-mask::e \\ours”');
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });
});

describe('check with files', () => {
  test.each(['digests/2025-03-11.txt', 'FOLDER/digests/2025-03-11.txt'])(
    'lists the problems of %s only',
    async (path) => {
      const folder = await contentOf(FAULTY);
      const { code, lines } = await check(folder, path.replace('FOLDER', folder));
      expect(lines).toHaveLength(3);
      expect(lines.at(-1)).toBe('2 digests, 3 entries, 3 papers, 1 date: 1 warning, 1 notice.');
      expect(code).toBe(0);
    },
  );

  test('takes several, and those beside the digests', async () => {
    const folder = await contentOf({ ...FAULTY, 'archive.yaml': 'jars: 1\n' });
    const files = ['archive.yaml', 'about.mdx', 'digests/2025-02-30.txt'];
    const { code, lines } = await check(folder, ...files);
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'CONTENT/archive.yaml',
      'CONTENT/digests/2025-02-30.txt',
      expect.stringContaining('2 digests'),
    ]);
    expect(code).toBe(1);
  });

  test('takes one that is refused', async () => {
    const folder = await contentOf({ ...IN_ORDER, 'digests/jars.doc': 'x' });
    expect((await check(folder, 'digests/jars.doc')).code).toBe(1);
    expect((await check(folder, 'digests/2025-03-11.txt')).code).toBe(0);
  });

  test('sends whoever names another file to npm run add', async () => {
    expect(await wrongUse('digests/2025-03-11.txt', '../jars.txt')).toBe(
      '../jars.txt is no file of the content folder. To try a digest that is not in it yet: ' +
        'npm run add -- --dry-run FILE',
    );
  });
});

describe('check --json', () => {
  test('prints one document', async () => {
    const { code, lines } = await check(await contentOf(FAULTY), '--json');
    const document = JSON.parse(lines.join('\n')) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual(['problems', 'counts', 'fixed']);
    expect(document).toMatchObject({
      problems: [
        { code: 'date-impossible', severity: 'error', file: 'digests/2025-02-30.txt', line: 1 },
        { code: 'latex-unknown', severity: 'notice', line: 1, column: 6 },
        { code: 'title-without-abstract', severity: 'warning', line: 5 },
      ],
      counts: { digests: 2, entries: 3, papers: 3, dates: 1 },
      fixed: [],
    });
    expect(code).toBe(1);
  });

  test('prints nothing else in a workflow', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const { lines } = await check(await contentOf(FAULTY), '--json');
    expect(() => JSON.parse(lines.join('\n')) as unknown).not.toThrow();
  });

  test('says what --fix mended and what --base finds', async () => {
    const base = await contentOf({ 'digests/2025-03-11.txt': digestOf('Jars') });
    const folder = await contentOf({
      'digests/2025-03-11.txt': digestOf('Jars').replace('invented', 'made-up'),
      'digests/2025-03-12.txt': `${digestOf('Jars', 'Gulls')}\n`,
    });
    const { code, lines } = await check(folder, '--json', '--fix', '--base', base);
    expect(JSON.parse(lines.join('\n'))).toMatchObject({
      fixed: [expect.stringContaining('+++ digests/2025-03-12.txt')],
      changes: {
        newDates: ['2025-03-12'],
        newPapers: [{ id: 'gulls', title: 'Gulls' }],
        repeated: [{ id: 'jars', title: 'Jars' }],
        rewritten: [{ id: 'jars', title: 'Jars' }],
      },
    });
    expect(code).toBe(0);
  });
});

describe('check in a workflow', () => {
  test('annotates every problem', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const { lines } = await check(await contentOf(FAULTY));
    const annotations = lines.filter((line) => line.startsWith('::'));
    expect(annotations.map((line) => line.replace(/::[A-Z].*/, ''))).toEqual([
      '::error file=CONTENT/digests/2025-02-30.txt,line=1,col=1,title=date-impossible',
      '::notice file=CONTENT/digests/2025-03-11.txt,line=1,col=6,title=latex-unknown',
      '::warning file=CONTENT/digests/2025-03-11.txt,line=5,col=1,title=title-without-abstract',
    ]);
    expect(lines).toHaveLength(7);
  });

  test.each(['', 'false', undefined])('is none where GITHUB_ACTIONS is %j', async (value) => {
    vi.stubEnv('GITHUB_ACTIONS', value);
    const { lines } = await check(await contentOf(FAULTY));
    expect(lines.filter((line) => line.startsWith('::'))).toEqual([]);
  });

  test('annotates the files that a change changes', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const old = FAULTY['digests/2025-03-11.txt'];
    const base = await contentOf({ 'digests/2025-03-11.txt': old });
    const folder = await contentOf({
      'digests/2025-03-11.txt': old,
      'digests/2025-03-12.txt': blocks('Tides'),
      'digests/jars.doc': 'x',
    });
    const { lines } = await check(folder, '--base', base);
    const annotations = lines.filter((line) => line.startsWith('::'));
    expect(annotations.map((line) => line.replace(/,line.*/, ''))).toEqual([
      '::warning file=CONTENT/digests/2025-03-12.txt',
      '::error file=CONTENT/digests/jars.doc',
    ]);
    expect(lines.filter((line) => line.startsWith('CONTENT/'))).toHaveLength(4);
  });
});

describe('check --fix', () => {
  const UNTIDY = {
    'digests/2025-03-11.txt': `Ja\u200brs  \r\n\r\n${ABSTRACT}\r\n`,
    'digests/20250312.txt': digestOf('Gulls'),
    'digests/2025-03-13.txt': digestOf('Tides'),
  };

  test('shows what it mends, and mends it', async () => {
    const folder = await contentOf(UNTIDY);
    const { code, lines } = await check(folder, '--fix');
    expect(lines).toContain('-Ja<U+200B>rs··␍');
    expect(lines).toContain('+Jars');
    expect(lines).toContain('--- digests/20250312.txt');
    expect(lines).toContain('+++ digests/2025-03-12.txt');
    expect(lines.at(-1)).toBe('3 digests, 3 entries, 3 papers, 3 dates: everything is in order.');
    expect(code).toBe(0);
    expect(await filesIn(folder)).toEqual({
      'digests/2025-03-11.txt': blocks('Jars', ABSTRACT),
      'digests/2025-03-12.txt': digestOf('Gulls'),
      'digests/2025-03-13.txt': digestOf('Tides'),
    });
  });

  test('a second time shows and changes nothing', async () => {
    const folder = await contentOf(UNTIDY);
    await check(folder, '--fix');
    const files = await filesIn(folder);
    expect((await check(folder, '--fix')).lines).toHaveLength(1);
    expect(await filesIn(folder)).toEqual(files);
  });

  test('mends the named files only, and lists what is left in them under their new names', async () => {
    const folder = await contentOf({
      ...UNTIDY,
      'digests/20250312.txt': blocks('Gulls', abstractOn('gulls'), 'Shelves'),
    });
    const { code, lines } = await check(folder, '--fix', 'digests/20250312.txt');
    expect(lines.filter((line) => line.startsWith('CONTENT'))).toEqual([
      expect.stringMatching(/2025-03-12\.txt:5:1 warning .*\[title-without-abstract\]$/),
    ]);
    expect(code).toBe(0);
    expect(await filesIn(folder)).toMatchObject({
      'digests/2025-03-11.txt': UNTIDY['digests/2025-03-11.txt'],
    });
  });

  test('shows no command of a workflow', async () => {
    const folder = await contentOf({
      'digests/2025-03-11.txt': `::add-mask::jars \n##[error]jars \n\n${ABSTRACT}\n`,
    });
    const { lines } = await check(folder, '--fix');
    expect(lines.join('\n')).toContain('+::add-mask::jars');
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  test('does not touch what it cannot mend', async () => {
    const folder = await contentOf(FAULTY);
    const { code, lines } = await check(folder, '--fix');
    expect(lines).toHaveLength(4);
    expect(code).toBe(1);
    expect(await filesIn(folder)).toEqual(FAULTY);
  });
});

describe('check --published', () => {
  const LIST = '/\n/papers/jars/\n/papers/guls/\n/papers/glass/\n/dates/2025-03-10/\n/feed/\n';

  async function published(list: string): Promise<{ folder: string; list: string }> {
    const folder = await contentOf(IN_ORDER);
    const outside = await folderOf({ 'permalinks.txt': list });
    return { folder, list: join(outside, 'permalinks.txt') };
  }

  test('ends with 0 where every address answers', async () => {
    const { folder, list } = await published('/\n/papers/jars/\n/papers/gulls/\n');
    expect((await check(folder, '--published', list)).code).toBe(0);
  });

  test('fails, and names each address that would not, at its line of the list', async () => {
    const { folder, list } = await published(LIST);
    const { code, lines } = await check(folder, '--published', list);
    expect(lines.map((line) => line.replace(/^.*permalinks\.txt/, '').split(' was ')[0])).toEqual([
      ':3:1 error /papers/guls/',
      ':4:1 error /papers/glass/',
      ':5:1 error /dates/2025-03-10/',
      ':6:1 error /feed/',
      '1 digest, 2 entries, 2 papers, 1 date: 4 errors.',
    ]);
    expect(code).toBe(1);
    expect(await filesIn(folder)).toEqual(IN_ORDER);
  });

  test('fails whatever files are named', async () => {
    const { folder, list } = await published(LIST);
    const { code } = await check(folder, 'digests/2025-03-11.txt', '--published', list);
    expect(code).toBe(1);
  });

  test('with --fix writes notes, and keeps naming what no note can keep', async () => {
    const { folder, list } = await published(LIST);
    const first = await check(folder, '--published', list, '--fix');
    const shown = first.lines.map((line) =>
      line.replace(/(?<=withdrawn: ).*|^.*permalinks\.txt| was published.*/g, ''),
    );
    expect(shown).toEqual([
      ...['New file notes/guls.mdx', '---', 'sameAs: gulls', '---', ''],
      ...['New file notes/glass.mdx', '---', 'withdrawn: ', '---', ''],
      ...['New file notes/dates/2025-03-10.mdx', '---', 'withdrawn: ', '---', ''],
      ':6:1 error /feed/',
      '1 digest, 2 entries, 2 papers, 1 date: 1 error.',
    ]);
    expect(first.code).toBe(1);
    expect(Object.keys(await filesIn(folder)).sort()).toEqual([
      'digests/2025-03-11.txt',
      'notes/dates/2025-03-10.mdx',
      'notes/glass.mdx',
      'notes/guls.mdx',
    ]);
    await writeFile(list, LIST.replace('/feed/\n', ''));
    const second = await check(folder, '--published', list, '--fix');
    expect(second.lines).toEqual([
      '1 digest, 2 entries, 2 papers, 1 date: everything is in order.',
    ]);
    expect(second.code).toBe(0);
  });

  test('with --fix leaves a note that is there', async () => {
    const { folder, list } = await published('/papers/glass/\n');
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'notes/glass.mdx'), '---\nsameAs: nothing-such\n---\n');
    const { code, lines } = await check(folder, '--published', list, '--fix');
    expect(lines.map((line) => /\[[a-z-]+\]$/.exec(line)?.[0])).toEqual([
      '[address-vanished]',
      '[note-leads-nowhere]',
      undefined,
    ]);
    expect(code).toBe(1);
  });

  test('refuses a page of HTML, and a list that is not there', async () => {
    const { list } = await published('<!doctype html>\n');
    expect(await wrongUse('--published', list)).toContain('is no list of addresses');
    expect(await wrongUse('--published', '/nothing-such')).toBe('There is no file /nothing-such.');
  });
});

describe('check --base', () => {
  test('says what a change would publish', async () => {
    const base = await contentOf(IN_ORDER);
    const folder = await contentOf({ ...IN_ORDER, 'digests/2025-03-12.txt': digestOf('Tides') });
    const { code, lines } = await check(folder, '--base', base);
    expect(lines).toEqual([
      'Compared with the base: 1 new date, 1 new paper.',
      '2 digests, 3 entries, 3 papers, 2 dates: everything is in order.',
    ]);
    expect(code).toBe(0);
  });

  test('fails when an address would vanish, at the digest that had it', async () => {
    const base = await contentOf({ ...IN_ORDER, 'digests/2025-03-12.txt': digestOf('Tides') });
    const { code, lines } = await check(await contentOf(IN_ORDER), '--base', base);
    expect(lines.map((line) => line.split(' was ')[0])).toEqual([
      'CONTENT/digests/2025-03-12.txt:1:1 error /dates/2025-03-12/',
      'CONTENT/digests/2025-03-12.txt:1:1 error /papers/tides/',
      'Compared with the base: 1 paper gone.',
      '1 digest, 2 entries, 2 papers, 1 date: 2 errors.',
    ]);
    expect(code).toBe(1);
  });

  test('appends what it finds to a summary', async () => {
    const base = await contentOf(IN_ORDER);
    const folder = await contentOf({ ...FAULTY, ...IN_ORDER });
    const outside = await folderOf({ 'summary.md': 'Before.\n\n' });
    const summary = join(outside, 'summary.md');
    await check(folder, '--base', base, '--summary', summary);
    const text = await readFile(summary, 'utf8');
    expect(text).toMatch(
      /^Before\.\n\n## What this would publish\n\nNo date, paper or abstract changes\.\n/,
    );
    expect(text).toContain('**1 error**\n\n- digests/2025-02-30.txt:1:1 There is no such date');
    expect(text).toMatch(/\n\n$/);
    expect(await readdir(outside)).toEqual(['summary.md']);
  });

  test('needs a content folder, and --summary needs it', async () => {
    const folder = await folderOf({});
    expect(await wrongUse('--base', folder)).toBe(
      `--base takes a content folder; ${folder} has no “digests/” in it.`,
    );
    expect(await wrongUse('--summary', join(folder, 'summary.md'))).toBe(
      '--summary says what --base finds: give both.',
    );
  });
});
