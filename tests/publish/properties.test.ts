import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import type { Archive } from '../../src/archive/types.ts';
import { hasInvisible } from '../../src/digest/decode.ts';
import type { RawDigest } from '../../src/digest/types.ts';
import { archiveJson } from '../../src/publish/dumps/archive-json.ts';
import { paragraph } from '../../src/publish/markdown-nodes.ts';
import { stringify } from '../../src/publish/markdown.ts';
import { fromStandIns, withStandIns } from '../../src/publish/stand-ins.ts';
import { displayTitle, sortKey, titleLetter } from '../../src/publish/title.ts';
import { wordsOf } from '../../src/text/words.ts';
import { abstractOn, blocks, raw, recordOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

/** Titles and paragraphs as decoding leaves them: one line, nothing invisible, not blank. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_`[]<>&#$\\{}^~ a1é灯😀', '\\emph{', '\\textbf{', '\\texttt{', '$x^2$'),
      fc.constantFrom(
        '<b>',
        '\\href{https://example.org/}{',
        'https://example.org/',
        '\\,',
        'The ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((each) => each !== '' && !hasInvisible(each));

function elementNames(node: Nodes): readonly string[] {
  const below = 'children' in node ? node.children.flatMap(elementNames) : [];
  return node.type === 'element' ? [node.tagName, ...below] : below;
}

describe('a title', () => {
  test('is shown, sorted and filed under a letter, whatever it is', () => {
    fc.assert(
      fc.property(text, (title) => {
        const shown = displayTitle(title);
        expect(shown.text.trim()).not.toBe('');
        expect(sortKey(title)).not.toBe('');
        expect(titleLetter(title)).toMatch(/^(?:[a-z]|0-9|other)$/);
        const names = elementNames(fromHtml(shown.html, { fragment: true }));
        for (const name of names) expect(name).toMatch(/^(?:em|strong|code|span|m[a-z]+)$/);
      }),
    );
  });
});

describe('Markdown', () => {
  test('holds stand-ins for nothing, and none of them stays', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(fromStandIns(withStandIns({ type: 'text', value }).value)).toBe(value);
        expect(hasInvisible(stringify([paragraph(value)]).replace(/\n/g, ''))).toBe(false);
      }),
    );
  });
});

/** Digests of a few dates that share papers. */
const digests = fc
  .array(fc.array(fc.tuple(text, fc.constantFrom('gulls', 'tides')), { maxLength: 4 }), {
    maxLength: 4,
  })
  .map((days) =>
    days.map((entries, day) =>
      raw(
        blocks(...entries.flatMap(([title, subject]) => [title, abstractOn(subject)])),
        `digests/2025-03-1${String(day % 3)}-${String(day)}.txt`,
      ),
    ),
  );

function compile(all: readonly RawDigest[]): Archive {
  return compileArchive({ digests: all, notes: [], settings: defaultSettings, problems: [] });
}

interface Published {
  readonly papers: readonly { readonly id: string; readonly dates: readonly string[] }[];
  readonly dates: readonly { readonly date: string; readonly papers: number }[];
  readonly counts: Readonly<Record<string, number>>;
}

describe('archive.json', () => {
  test('is the same whatever the order of the digests, and adds up', () => {
    fc.assert(
      fc.property(digests, (all) => {
        const archive = compile(all);
        const json = archiveJson(archive, 7);
        expect(archiveJson(compile(all.toReversed()), 7)).toBe(json);
        const { papers, dates, counts } = JSON.parse(json) as Published;
        const titles = archive.digests.reduce((sum, { tally }) => sum + tally.titles, 0);
        expect(counts).toMatchObject({ papers: papers.length, dates: dates.length, files: 7 });
        expect(counts['entries']).toBe(titles);
        for (const { date, papers: listed } of dates)
          expect(papers.filter((paper) => paper.dates.includes(date))).toHaveLength(listed);
      }),
    );
  });
});

describe('a search record', () => {
  test('has the words of the title of its paper', () => {
    fc.assert(
      fc.property(digests, (all) => {
        for (const paper of compile(all).papers) {
          expect(recordOf(paper).title).toEqual(wordsOf(displayTitle(paper.title).text));
        }
      }),
    );
  });
});
