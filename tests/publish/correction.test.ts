import { expect, test } from 'vitest';

import { correctionText } from '../../src/publish/correction.ts';

test('the text of a correction names the paper, its page and the line it comes from', () => {
  const source = { file: 'digests/2025-03-11.txt', line: 5 };
  expect(correctionText('A <b>Study</b>', 'https://example.org/papers/gulls/', source)).toBe(
    [
      'Paper: A <b>Study</b>',
      'Page: https://example.org/papers/gulls/',
      'Source: digests/2025-03-11.txt, line 5',
      '',
      'What is wrong, and what should it be?',
      '',
      '',
    ].join('\n'),
  );
});
