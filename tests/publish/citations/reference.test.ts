import fc from 'fast-check';
import { expect, test } from 'vitest';

import { referenceLine, referencesText } from '../../../src/publish/citations/reference.ts';
import { propertySeed } from '../../property-seed.ts';
import { anyCitation, fullGulls, gulls } from './citations.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

test('a reference says what the archive knows, and no author or year that it does not', () => {
  expect(referenceLine(gulls)).toBe(
    'Gulls: A Study. Listed in Trending Papers on 11 March 2025. https://papers.example.org/papers/gulls-a-study/',
  );
});

test('a reference says all that facts state, and keeps the note of the reader out', () => {
  expect(referenceLine(fullGulls)).toBe(
    'Jane Doe, Karl Müller, Anna van der Möwe, Sea and Sky Group, Gullgroup (2024). Gulls: A Study. ' +
      'Gulls & Jars. arXiv:2403.01230. https://doi.org/10.1000/182_a',
  );
});

test.each([
  [{ year: 2024 }, '(2024). Gulls: A Study. Listed'],
  [{ authors: ['Jane Doe'] }, 'Jane Doe. Gulls: A Study. Listed'],
  [{ title: 'Do Gulls Read?' }, 'Do Gulls Read? Listed'],
  [{ title: 'Do They “Read?”' }, 'Do They “Read?” Listed'],
  [{ title: 'Gulls (2)' }, 'Gulls (2). Listed'],
])('of %j the reference starts with %j', (facts, start) => {
  expect(referenceLine({ ...gulls, ...facts }).startsWith(start)).toBe(true);
});

test('each reference is one line that ends in the address, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(anyCitation, { maxLength: 3 }), (citations) => {
      const lines = referencesText(citations).split(/\r\n|[\n\r\v\f\u2028\u2029\u0085]/);
      expect(lines.pop()).toBe('');
      expect(lines).toHaveLength(citations.length);
      expect(lines.every((line) => line.endsWith(` ${gulls.url}`))).toBe(true);
    }),
  );
});
