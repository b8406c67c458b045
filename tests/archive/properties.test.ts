import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { paperId, titleKey } from '../../src/archive/identity.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import type { Archive } from '../../src/archive/types.ts';
import type { RawDigest } from '../../src/digest/types.ts';
import { abstractOn, blocks, raw } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const idOf = (title: string): string => paperId(titleKey(title));
const compile = (digests: readonly RawDigest[]): Archive =>
  compileArchive({
    digests,
    settings: { ...defaultSettings, links: { mirrors: { 'mirror.example.net': 'example.org' } } },
    notes: [],
    problems: [],
  });

/** Titles that are often the same, or nearly. */
const title = fc.oneof(
  fc.constantFrom('Gulls', 'GULLS', 'Gulls.', 'Gulls I', 'Gulls II', 'C', 'C++', 'C#', 'Café'),
  fc.constantFrom('灯台', '...', '!!!', '404', 'index', 'CON', '__proto__', 'Cafe\u0301'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const abstract = fc.constantFrom(
  abstractOn('gulls'),
  abstractOn('tides'),
  `${abstractOn('gulls')} See https://example.org/gulls.`,
  `${abstractOn('gulls')} See https://mirror.example.net/gulls.`,
);
const entry = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(title, abstract) },
  { weight: 1, arbitrary: fc.tuple(title) },
  { weight: 1, arbitrary: fc.tuple(title, abstract, abstract) },
);
const name = fc
  .tuple(fc.constantFrom('2025-03-11', '2025-03-12', '2024-12-31', '2025-02-30', 'no'), fc.nat(99))
  .map(([date, number]) => `digests/${date}-${String(number)}.txt`);
const digest = fc
  .tuple(name, fc.array(entry, { maxLength: 5 }))
  .map(([file, entries]) => raw(blocks(...entries.flat()), file));
const digests = fc.uniqueArray(digest, { selector: ({ file }) => file, maxLength: 6 });

describe('compileArchive', () => {
  test('does not depend on the order of the digests', () => {
    const shuffled = digests.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(compile(others)).toEqual(compile(all));
      }),
    );
  });

  test('lists every entry of every dated digest as one appearance', () => {
    fc.assert(
      fc.property(digests, (all) => {
        const { papers, dates, digests: summaries } = compile(all);
        const appearances = papers.flatMap((paper) => paper.appearances);
        const titles = summaries.map(({ tally }) => tally.titles);
        expect(appearances).toHaveLength(titles.reduce((sum, count) => sum + count, 0));
        for (const { date, listings } of dates) {
          const ids = papers
            .filter((paper) => paper.appearances.some((each) => each.date === date))
            .map(({ id }) => id);
          expect(listings.map(({ id }) => id).toSorted()).toEqual(ids);
        }
      }),
    );
  });

  test('keeps every abstract in exactly one version, with the appearances that have it', () => {
    fc.assert(
      fc.property(digests, (all) => {
        for (const { versions, appearances } of compile(all).papers) {
          const texts = versions.map(({ paragraphs }) => paragraphs.join('\n'));
          expect(new Set(texts).size).toBe(texts.length);
          const carried = versions.flatMap((version) => version.appearances);
          expect(new Set(carried).size).toBe(carried.length);
          expect(carried.every((each) => appearances.includes(each))).toBe(true);
        }
      }),
    );
  });

  test('gives a paper the same address whatever other papers there are', () => {
    fc.assert(
      fc.property(digests, (all) => {
        const ids = new Map(compile(all).papers.map((paper) => [paper.title, paper.id]));
        for (const [ofPaper, id] of ids) expect(id).toBe(idOf(ofPaper));
        for (const one of all)
          for (const paper of compile([one]).papers) expect([...ids.values()]).toContain(paper.id);
      }),
    );
  });

  test('never gives two papers one address', () => {
    fc.assert(
      fc.property(digests, (all) => {
        const ids = compile(all).papers.map(({ id }) => id.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('an id', () => {
  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'ab -+#/.'), maxLength: 200 }),
    fc
      .tuple(
        fc.constantFrom('con', 'PRN', 'aux', 'NUL', 'com1', 'LPT9', 'index', '404', 'constructor'),
        fc.constantFrom('', '.', ' ', '.txt', '!', '$', '¹', '\u0301'),
      )
      .map((parts) => parts.join('')),
  );

  test('is at most 91 characters of a-z, 0-9 and hyphens, and no name that Windows reserves', () => {
    fc.assert(
      fc.property(anyTitle, (text) => {
        fc.pre(text.trim() !== '');
        const id = idOf(text);
        expect(id).toMatch(/^[a-z0-9-]{1,91}$/);
        expect(id).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
        expect(id).not.toMatch(/^-|-$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('of another key is another id', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (a, b) => {
        expect(idOf(a) === idOf(b)).toBe(titleKey(a) === titleKey(b));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('titleKey', () => {
  const letters = fc.constantFrom(
    ...'abcdefghijklmnopqrstuvwxyzéèüñçõåøłžαβжяй水がक각0123456789+#%=<',
  );
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
  const space = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\n', '\u2003', ' – ', ': ', ', ', '-');

  test('does not count case, white space, Unicode form and punctuation between words', () => {
    const variants = fc.array(word, { minLength: 1, maxLength: 6 }).chain((words) =>
      fc.tuple(
        fc.constant(words.join(' ')),
        fc
          .tuple(
            ...words.map((each) =>
              fc.constantFrom(
                each,
                each.toUpperCase(),
                each.normalize('NFD'),
                each.normalize('NFC'),
                each.toUpperCase().normalize('NFD'),
              ),
            ),
          )
          .chain((changed) =>
            fc.tuple(...changed.map((each) => space.map((between) => each + between))),
          )
          .map((parts) => parts.join('')),
      ),
    );
    fc.assert(
      fc.property(variants, ([plain, varied]) => {
        expect(titleKey(varied)).toBe(titleKey(plain));
        expect(idOf(varied)).toBe(idOf(plain));
      }),
      { numRuns: 1000 },
    );
  });

  test('of a key is the key', () => {
    const text = fc.array(word, { minLength: 1 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (each) => {
        expect(titleKey(titleKey(each))).toBe(titleKey(each));
      }),
    );
  });

  test('is never empty unless the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(titleKey(text) === '').toBe(text.trim() === '');
      }),
    );
  });
});
