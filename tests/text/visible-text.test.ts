import fc from 'fast-check';
import { expect, test } from 'vitest';

import { withoutInvisible } from '../../src/digest/decode.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 500 });

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('\u202e', '\u0000', '\u200b', '\u200d', '\u200c', '\u{e0067}', '\u{1f3f4}'),
    fc.constantFrom('gulls', 'می', '👩', '\ufe0f'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
);

test('what a digest may hold stays as it is', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const decoded = withoutInvisible(parts.join('')).replace(/\p{Cs}/gu, '');
      expect(visibleText(decoded, 1000)).toBe(decoded);
    }),
  );
});

test.each([
  ['tides\u202ejars\u2066', 'tidesjars'],
  ['ti\u200bd\u200des\ud800', 'tides'],
  ['🏴󠁧󠁢󠁷󠁬󠁳󠁿 \u{e0041}می‌شود 👩‍🚀', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 می‌شود 👩‍🚀'],
])('what cannot be seen goes: %j', (text, visible) => {
  expect(visibleText(text, 1000)).toBe(visible);
});

test('a text is cut between characters', () => {
  expect(visibleText('gull🐦', 5)).toBe('gull');
});
