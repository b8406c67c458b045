import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decode, hasInvisible } from '../../src/digest/decode.ts';
import { limits } from '../../src/digest/limits.ts';
import { bytesOf, codes, raw } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 1000 });

const PADDING = 'ordinary words. '.repeat(8);
/** Bytes that start, go on with and break characters. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom([0xe7], [0x81], [0xaf], [0xc3], [0xf0, 0x9f], [0x98, 0x80], [0xff]),
    fc.constantFrom([0xed], [0xed, 0xa0, 0xbd], [0xed, 0xb8, 0x80], [0xed, 0x95, 0x9c]),
    fc.string({ unit: 'grapheme', maxLength: 3 }).map((text) => [...bytesOf(text)]),
  ),
  { maxLength: 8 },
);

function isUtf8(bytes: readonly number[]): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

describe('decode', () => {
  test('rejects exactly what is not UTF-8, halves of characters aside', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = [...bytesOf(PADDING), ...parts.flat()];
        const marked = bytes.map((byte, index) => {
          const start = [0, 1, 2].find((back) => isSurrogate(bytes, index - back));
          return start === undefined ? byte : 0x20;
        });
        const isRejected = codes(decode(raw(bytes)).problems).includes('encoding-invalid');
        expect(isRejected).toBe(!isUtf8(marked));
      }),
    );
  });

  test('takes every text that has nothing invisible as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        fc.pre(!hasInvisible(text) && !/[\r\n\v\f\u0085\u2028\u2029]/.test(text));
        expect(decode(raw(PADDING + text))).toEqual({ lines: [PADDING + text], problems: [] });
      }),
    );
  });

  test('reports each line it changes, at the first character it removes', () => {
    const line = fc.array(fc.constantFrom(...'ab 灯👩क\u200b\u200d\u202e\0\ufffe'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (characters) => {
        const written = [PADDING, ...characters.map((each) => each.join(''))];
        const { lines, problems } = decode(raw(written.join('\n')));
        const changed = written.flatMap((text, index) =>
          lines[index] === text ? [] : [index + 1],
        );
        expect(problems.map((problem) => problem.line)).toEqual(changed);
        for (const { line: number, column } of problems) {
          const [kept, text] = [lines[number - 1] ?? '', written[number - 1] ?? ''];
          expect(kept.slice(0, column - 1)).toBe(text.slice(0, column - 1));
          expect(hasInvisible(text.slice(column - 1))).toBe(true);
        }
      }),
    );
  });

  test('lists a limited number of repairs, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (damaged) => {
        const { problems } = decode(raw(`${PADDING}\n${'a\u200b\n'.repeat(damaged)}`));
        expect(problems).toHaveLength(Math.min(damaged, limits.repairsListed + 1));
      }),
    );
  });
});

function isSurrogate(bytes: readonly number[], index: number): boolean {
  const [first, second = 0, third = 0] = bytes.slice(Math.max(index, 0), index + 3);
  return index >= 0 && first === 0xed && second >= 0xa0 && second <= 0xbf && third >> 6 === 2;
}
