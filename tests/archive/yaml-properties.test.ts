import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readNotes } from '../../src/archive/notes.ts';
import { defaultSettings, readSettings } from '../../src/archive/settings.ts';
import type { Problem } from '../../src/digest/types.ts';
import { raw } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 1000 });

/** Lines of YAML, right and wrong. */
const line = fc.oneof(
  fc.constantFrom(
    'title: Gulls',
    'title: [a]',
    'title:',
    'title: &a *a',
    'title: "open',
    'year: 2025',
  ),
  fc.constantFrom(
    'year: no',
    'links:',
    '  mirrors:',
    '    a.example: b.example',
    '- a',
    '? a',
    '!!js x',
  ),
  fc.constantFrom(
    'withdrawn: Why',
    'sameAs: gulls',
    'authors: [A B, C D]',
    'arxiv: 2403.01234',
    '---',
  ),
  fc.constantFrom(
    '<<: *x',
    '__proto__: 1',
    'constructor: 2',
    '"\\u0000": 1',
    '{',
    '}',
    '% x',
    '# c',
    '\t',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => text.isWellFormed()),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

function expectPlaces(problems: readonly Problem[], source: string): void {
  const lines = source.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length;
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.message).not.toMatch(/[\p{Cc}\p{Cs}]|undefined|\[object/u);
  }
}

describe('archive.yaml, whatever it holds', () => {
  test('gives settings or problems with their lines, and nothing inherited', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { settings, problems } = readSettings(source, 'archive.yaml');
        expectPlaces(problems, source);
        if (problems.some(({ severity }) => severity === 'error'))
          expect(settings).toEqual(defaultSettings);
        expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
        expect(settings.title).not.toBe('');
      }),
    );
  });
});

describe('a note, whatever it holds', () => {
  test('says something of its paper, or is reported at its line', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, isClosed) => {
        const note = isClosed ? `---\n${source}\n---\n` : source;
        const { papers, problems } = readNotes([raw(note, 'notes/gulls.mdx')]);
        expectPlaces(problems, note);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(papers).toHaveLength(errors.length === 0 ? 1 : 0);
      }),
    );
  });
});
