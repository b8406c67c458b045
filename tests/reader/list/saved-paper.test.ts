import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readStoredText, savedPaperIn, storedText } from '../../../src/reader/list/saved-paper.ts';
import { propertySeed } from '../../property-seed.ts';
import { anySaved, at, saved } from './papers.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

test('a paper comes back from storage as it was saved', () => {
  fc.assert(
    fc.property(anySaved('gulls'), (paper) => {
      expect(readStoredText('gulls', storedText(paper))).toEqual(paper);
    }),
  );
});

test('facts come back, too', () => {
  const paper = saved('gulls', {
    facts: { authors: ['Jane Doe'], year: 2024, categories: ['cs.LG'] },
  });
  expect(readStoredText('gulls', storedText(paper))).toEqual(paper);
});

test('of facts only those that are known come back', () => {
  const facts = { year: 2024, note: { text: 'x' }, links: [], title: 7 };
  const text = JSON.stringify({ ...saved('gulls'), facts });
  expect(readStoredText('gulls', text)?.facts).toEqual({ year: 2024 });
});

test.each([
  ['On \u202egulls\u0000', 'On gulls'],
  ['\u202e', 'gulls'],
  ['x'.repeat(2000), 'x'.repeat(1000)],
])('a title is shown without what cannot be seen, and not at any length', (title, shown) => {
  expect(savedPaperIn({ id: 'gulls', title, saved: at(1) })?.title).toBe(shown);
});

test('no text makes reading throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(readStoredText('gulls', text)).toBeUndefined();
    }),
  );
});

describe('not a saved paper', () => {
  const good = { id: 'gulls', title: 'On gulls', saved: at(1) };
  test.each([
    ['nothing', undefined],
    ['a list', [good]],
    ['one with the id of no address', { ...good, id: '../gulls' }],
    ['one without a title', { ...good, title: '' }],
    ['one whose title is a number', { ...good, title: 7 }],
    ['one saved at no time', { ...good, saved: 'yesterday' }],
    ['one saved on a day that no month has', { ...good, saved: '2026-13-01T00:00:00.000Z' }],
    ['one read at no time', { ...good, read: true }],
    ['one with a note that is no text', { ...good, note: { text: 'x' } }],
    ['one with facts that are none', { ...good, facts: { authors: 'Jane Doe' } }],
    ['one with categories that are none', { ...good, facts: { categories: [7] } }],
    ['one first seen on no date', { ...good, firstSeen: '11 March 2025' }],
    ['one first seen on a day that no month has', { ...good, firstSeen: '2025-13-01' }],
    ['one changed at no time', { ...good, changed: { read: 'now' } }],
  ])('is %s', (_, value) => {
    expect(savedPaperIn(good)).toBeDefined();
    expect(savedPaperIn(value)).toBeUndefined();
  });
});

test('what a paper has besides is left out', () => {
  const value = { id: 'gulls', title: 'On gulls', saved: at(1), url: 'https://example.org/' };
  expect(savedPaperIn(value)).toEqual(saved('gulls'));
});
