import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { abstractText, excerpt } from '../../src/publish/excerpt.ts';
import { appearance, day, FILE, paperWith } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

describe('abstractText', () => {
  test('joins the paragraphs of the newest abstract as plain text', () => {
    const paper = paperWith('Gulls', ['Gulls \\emph{fly} at 10^{3} m.', 'They land, too.']);
    expect(abstractText(paper)).toBe('Gulls fly at 10³ m. They land, too.');
  });

  test('takes the newest of several versions', () => {
    const appearances = [appearance(day('2025-03-11'), FILE)];
    const versions = ['new', 'old'].map((text) => ({ paragraphs: [text], appearances }));
    expect(abstractText(paperWith('Gulls', [], { versions }))).toBe('new');
  });

  test('is empty without an abstract', () => {
    expect(abstractText(paperWith('Gulls', []))).toBe('');
  });
});

describe('excerpt', () => {
  test.each([
    ['Gulls fly.', 20, 'Gulls fly.'],
    ['Gulls fly.', 10, 'Gulls fly.'],
    ['Gulls fly high.', 12, 'Gulls fly…'],
    ['Gulls fly, high and low.', 12, 'Gulls fly…'],
    ['Gulls fly – high', 13, 'Gulls fly…'],
    ['Gullsflyinginthesky', 8, 'Gullsfl…'],
    ['I Gullsflyinginthesky', 10, 'I Gullsfl…'],
    ['', 10, ''],
  ])('of %j in %i characters is %j', (text, length, expected) => {
    expect(excerpt(text, length)).toBe(expected);
  });

  test('never cuts a character in two', () => {
    for (let length = 3; length < 12; length += 1)
      expect(excerpt('🐦🐦🐦🐦🐦🐦', length).isWellFormed()).toBe(true);
  });

  test('is the start of the text, never longer than asked for', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc .,;–-é🐦') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (source, length) => {
        const cut = excerpt(source, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.isWellFormed()).toBe(true);
        if (cut !== source) expect(source.startsWith(cut.slice(0, -1))).toBe(true);
      }),
      { seed: propertySeed, numRuns: 500 },
    );
  });
});
