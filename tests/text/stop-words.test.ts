import { expect, test } from 'vitest';

import { isStopWord } from '../../src/text/stop-words.ts';

test.each([
  ['the', true],
  ['dont', true],
  ['gulls', false],
  ['network', false],
  ['', false],
])('isStopWord(%j) is %j', (word, expected) => {
  expect(isStopWord(word)).toBe(expected);
});
