/**
 * What becomes of permanent addresses when a real archive is edited. The papers are not part of the
 * project; where their folder lies beside it, they are read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { compileArchive } from '../src/archive/compile.ts';
import { paperId, titleKey } from '../src/archive/identity.ts';
import { defaultSettings } from '../src/archive/settings.ts';
import type { Archive } from '../src/archive/types.ts';
import { permalinks } from '../src/publish/permalinks.ts';
import { raw } from './helpers.ts';

const CORPUS = fileURLToPath(new URL('../../shared/corpus/arxiv-2025', import.meta.url));

/** Texts of digests and notes, by their files. */
type Files = Readonly<Record<string, string>>;

const NAMES = existsSync(CORPUS) ? readdirSync(CORPUS).sort() : [];
const textOf = (name: string): string => readFileSync(join(CORPUS, name), 'utf8');
const digestsOf = (names: readonly string[]): Files =>
  Object.fromEntries(names.map((name) => [name, textOf(name)]));

function compile(digests: Files, notes: Files = {}): Archive {
  return compileArchive({
    digests: Object.entries(digests).map(([name, text]) => raw(text, `digests/${name}`)),
    notes: Object.entries(notes).map(([name, text]) => raw(text, `notes/${name}.mdx`)),
    settings: { ...defaultSettings, year: 2025 },
    problems: [],
  });
}

/** Addresses of one archive that another does not answer. */
function missing(before: Archive, after: Archive): readonly string[] {
  const answering = new Set(permalinks(after));
  return permalinks(before).filter((address) => !answering.has(address));
}

const idOf = (title: string): string => paperId(titleKey(title));
const address = (id: string): string => `/papers/${id}/`;
const ids = ({ papers }: Archive): readonly string[] => papers.map(({ id }) => id);
const note = (yaml: string): string => `---\n${yaml}\n---\n`;
const noteErrors = ({ problems }: Archive): readonly unknown[] =>
  problems.filter(({ file, severity }) => file.startsWith('notes/') && severity === 'error');

/** A paper that only one line of one digest names, as that digest writes it. */
function lonelyPaper(
  { papers }: Archive,
  file?: string,
): { id: string; title: string; file: string } {
  const paper = papers.find(
    ({ appearances: [first, ...others] }) =>
      others.length === 0 && (file === undefined || first?.file === `digests/${file}`),
  );
  const [place] = paper?.appearances ?? [];
  if (paper === undefined || place === undefined) throw new Error('No paper appears only once.');
  return { id: paper.id, title: paper.title, file: place.file.replace('digests/', '') };
}

function without(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));
}

describe.runIf(NAMES.length > 0).each([
  ['twelve digests', NAMES.filter((_, index) => index % 16 === 0).slice(0, 12)],
  ['all digests', NAMES],
])('of %s of real papers', (_, names) => {
  const digests = digestsOf(names);
  const before = compile(digests);

  test('more digests take no address away', () => {
    const fewer = compile(digestsOf(names.slice(1)));
    expect(missing(fewer, before)).toEqual([]);
    const more = {
      ...digests,
      '2024-02-01.txt': 'A New Paper on Gulls\n\nAn abstract of it.\n',
    };
    const after = compile(more);
    expect(missing(before, after)).toEqual([]);
    expect(missing(after, before)).toEqual(['/dates/2024-02-01/', '/papers/a-new-paper-on-gulls/']);
  });

  test('other names of the files and another order of the entries change no address', () => {
    const renamed = Object.fromEntries(
      names.map((name, index) => [
        name.replace(/\.txt$/, `-${String(names.length - index)}.txt`),
        digests[name] ?? '',
      ]),
    );
    expect(permalinks(compile(renamed))).toEqual(permalinks(before));
    const [name = ''] = names;
    const turned = { ...digests, [name]: entriesTurned(digests[name] ?? '') };
    expect(turned[name]).not.toBe(digests[name]);
    expect(permalinks(compile(turned))).toEqual(permalinks(before));
  });

  test('an edited abstract changes no address', () => {
    const { title, file } = lonelyPaper(before);
    const text = digests[file] ?? '';
    const end = text.indexOf(title) + title.length;
    const edited = text.slice(0, end) + text.slice(end).replace(/\p{L}{5,}/u, 'Edited');
    const after = compile({ ...digests, [file]: edited });
    expect(permalinks(after)).toEqual(permalinks(before));
    const [paper] = before.papers.filter((each) => each.title === title);
    const changed = after.papers.find(({ id }) => id === paper?.id);
    expect(changed?.versions).not.toEqual(paper?.versions);
  });

  test('a corrected title takes its own address away and no other; a note keeps it', () => {
    const { id, title, file } = lonelyPaper(before);
    const right = `${title} Corrected`;
    const edited = { ...digests, [file]: (digests[file] ?? '').replace(title, right) };
    const after = compile(edited);
    expect(missing(before, after)).toEqual([address(id)]);
    expect(missing(after, before)).toEqual([address(idOf(right))]);

    for (const yaml of [`sameAs: ${idOf(right)}`, `title: ${JSON.stringify(right)}`]) {
      const noted = compile(edited, { [id]: note(yaml) });
      expect(missing(before, noted)).toEqual([]);
      expect(noted.formerPapers).toMatchObject([{ id, movedTo: idOf(right) }]);
      expect(noteErrors(noted)).toEqual([]);
    }
  });

  test('a title corrected by a note alone keeps both addresses', () => {
    const { id, title } = lonelyPaper(before);
    const right = `${title} Corrected`;
    const noted = compile(digests, { [id]: note(`title: ${JSON.stringify(right)}`) });
    expect(missing(before, noted)).toEqual([]);
    expect(missing(noted, before)).toEqual([address(idOf(right))]);
    expect(noted.papers).toHaveLength(before.papers.length);
  });

  test('a deleted digest takes the papers that are only in it and its date; notes keep them', () => {
    const name = names.find((each) => {
      const [only] = before.dates.filter(({ digests: of }) =>
        of.some(({ file }) => file === `digests/${each}`),
      );
      return only?.digests.length === 1;
    });
    if (name === undefined) throw new Error('No date has one digest only.');
    const file = `digests/${name}`;
    const lost = before.papers.filter(({ appearances }) =>
      appearances.every((each) => each.file === file),
    );
    const [date] = before.dates.filter(({ digests: of }) => of.some((each) => each.file === file));
    expect(lost.length).toBeGreaterThan(0);
    const rest = without(digests, name);
    const after = compile(rest);
    expect(missing(before, after)).toEqual(
      [`/dates/${String(date?.date)}/`, ...lost.map(({ id }) => address(id))].sort(),
    );
    expect(missing(after, before)).toEqual([]);

    const [kept = ''] = ids(after);
    const notes = Object.fromEntries([
      ...lost.map(({ id }, index) => [
        id,
        note(index % 2 === 0 ? 'withdrawn: Its digest is gone.' : `sameAs: ${kept}`),
      ]),
      [`dates/${String(date?.date)}`, note('withdrawn: Its digest is gone.')],
    ]) as Files;
    const noted = compile(rest, notes);
    expect(missing(before, noted)).toEqual([]);
    expect(permalinks(noted)).toEqual(permalinks(before));
    expect(noted.formerPapers).toHaveLength(lost.length);
    expect(noteErrors(noted)).toEqual([]);
  });

  test('a digest of another date takes away the date it was on; a note keeps it', () => {
    const [name = ''] = names;
    const text = digests[name] ?? '';
    const moved = {
      ...without(digests, name),
      '2024-02-01.txt': text.replace(/^[A-Z][a-z]{2} \d+$/m, 'Feb 1'),
    };
    const gone = `/dates/${name.slice(0, 10)}/`;
    const after = compile(moved);
    expect(missing(before, after)).toEqual([gone]);
    expect(missing(after, before)).toEqual(['/dates/2024-02-01/']);
    const noted = compile(moved, { [`dates/${name.slice(0, 10)}`]: note('sameAs: 2024-02-01') });
    expect(missing(before, noted)).toEqual([]);
    expect(noteErrors(noted)).toEqual([]);
  });
});

/** A digest with its entries in the opposite order; what stands above the first stays. */
function entriesTurned(text: string): string {
  const [tally] = compile({ '2025-01-01.txt': text }).digests;
  const blocks = text.trim().split(/\n\s*\n/);
  const head = blocks.slice(0, tally?.tally.pageText ?? 0);
  const pairs = blocks.slice(head.length);
  const turned = Array.from({ length: pairs.length / 2 }, (_, index) =>
    pairs.slice(index * 2, index * 2 + 2),
  ).toReversed();
  return `${[...head, ...turned.flat()].join('\n\n')}\n`;
}
