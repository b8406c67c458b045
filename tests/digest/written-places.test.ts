import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { paragraphOf, splitBlocks } from '../../src/digest/blocks.ts';
import { writtenPlaces } from '../../src/digest/written-places.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

describe('writtenPlaces', () => {
  test('finds every visible character where it was written', () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab. \t\u00a0灯'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        for (const paragraph of splitBlocks(lines).map(paragraphOf)) {
          const placeAt = writtenPlaces(lines, paragraph);
          for (const [index, character] of paragraph.text.split('').entries()) {
            if (character === ' ') continue;
            const { line: row, column } = placeAt(index);
            expect(lines[row - 1]?.charAt(column - 1)).toBe(character);
          }
        }
      }),
      { seed: propertySeed, numRuns: 500 },
    );
  });

  test('tells two equal words apart', () => {
    const placeAt = writtenPlaces(['', ' a  a', 'a'], { text: 'a a a', line: 2, column: 2 });
    expect([0, 2, 4].map(placeAt)).toEqual([
      { line: 2, column: 2 },
      { line: 2, column: 5 },
      { line: 3, column: 1 },
    ]);
  });

  test('takes time in proportion to the length, however often it is asked', () => {
    const text = 'ab '.repeat(50_000).trim();
    const ask = (): void => {
      const placeAt = writtenPlaces([text], { text, line: 1, column: 1 });
      for (let index = 0; index < text.length; index += 1) placeAt(index);
    };
    expect(millisecondsOf(ask)).toBeLessThan(500);
  });
});
