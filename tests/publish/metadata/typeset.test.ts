import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lines, showable, widthOf } from '../../../src/publish/metadata/typeset.ts';
import { propertySeed } from '../../property-seed.ts';
import { advances } from './advances.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const face = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/spectral/400Regular/Spectral_400Regular.ttf',
);
const ADVANCES = advances(readFileSync(face));

describe('what can be shown', () => {
  test('of every character of the basic plane has a glyph, and is not wider than it is taken for', () => {
    const shown = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) =>
        /\S/.test(character) &&
        showable(`a${character}`) === `a${character}`.normalize('NFC') &&
        character.normalize('NFC') === character,
    );
    expect(shown.length).toBeGreaterThan(500);
    const faults = shown.filter((character) => {
      const advance = ADVANCES.get(character.charCodeAt(0));
      return advance === undefined || advance > widthOf(character);
    });
    expect(faults).toEqual([]);
  });

  test.each([
    ['Trending Papers', 'Trending Papers'],
    ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['Наука каждый день', 'Наука каждый день'],
    ['論文 Archive', 'Archive'],
    ['α-helix archive', 'archive'],
    ['Gulls 🐦 daily🎉', 'Gulls daily'],
    ['灯', ''],
    ['🎉 …', ''],
  ])('of “%s” is “%s”', (text, shown) => {
    expect(showable(text)).toBe(shown);
  });
});

describe('lines', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9.,-]{1,30}$/), { minLength: 1 });

  test('are no wider and no more than asked', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 3 }), (all, most) => {
        const broken = lines(all.join(' '), 50, 600, most);
        expect(broken.length).toBeLessThanOrEqual(most);
        for (const line of broken) expect(widthOf(line) * 50).toBeLessThanOrEqual(600);
      }),
    );
  });

  test('hold all words in order when there is room for them', () => {
    fc.assert(
      fc.property(words, (all) => {
        expect(lines(all.join(' '), 1, 40, 10_000).join(' ')).toBe(all.join(' '));
      }),
    );
  });

  test('end with an ellipsis where words are left out', () => {
    expect(lines('Gulls and tides and harbours', 50, 400, 1)).toEqual(['Gulls and …']);
    expect(lines('Gulls'.repeat(20), 50, 400, 2)).toEqual(['GullsGullsG…']);
  });
});
