import { expect, test } from 'vitest';

import { isAcademicWord } from '../../src/text/academic-words.ts';

test.each([
  ['towards', true],
  ['outperforms', true],
  ['datasets', true],
  ['gulls', false],
  ['image', false],
  ['', false],
])('isAcademicWord(%j) is %j', (word, expected) => {
  expect(isAcademicWord(word)).toBe(expected);
});
