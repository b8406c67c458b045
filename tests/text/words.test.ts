import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { textWords, wordsOf } from '../../src/text/words.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 500 });

describe('the words of a text', () => {
  test.each([
    ['are in lower case', 'Gulls ON Jars', 'gulls on jars'],
    ['end at punctuation', 'gulls, (jars): [tides]!', 'gulls jars tides'],
    ['end at hyphens and slashes', 'k-NN, and/or', 'k nn and or'],
    ['end at underlines', 'gull_jar', 'gull jar'],
    ['may have digits', 'GPT4 v2 2025', 'gpt4 v2 2025'],
    ['have no accents', 'Café Żółć naïve', 'cafe zołc naive'],
    ['are the same composed or not', 'cafe\u0301', 'cafe'],
    ['have no ligatures', 'ﬁne oﬀer', 'fine offer'],
    ['have no formatting', 'x² H₂O Ⅳ ½ ﬀ ｇｕｌｌ', 'x2 h2o iv 12 ff gull'],
    ['have no genitive', 'the gull’s jar', 'the gull jar'],
    ['nor a straight one', "the gull's jar", 'the gull jar'],
    ['keep other apostrophes out', 'don’t O’Brien gulls’', 'dont obrien gulls'],
    ['are single characters in Chinese', '海鸥 jar', '海 鸥 jar'],
    ['and in Japanese', 'カモメの瓶', 'カ モ メ の 瓶'],
    ['and next to other letters', 'AI海鸥x', 'ai 海 鸥 x'],
    ['are of any script', 'чайки на ΛΟΓΟΣ', 'чаики на λογος'],
    ['are none in signs', '“ ” … – + = \u0301 🦭', ''],
    ['are none in nothing', '', ''],
  ])('%s: %j', (_, text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  test('know where they are written', () => {
    expect(textWords('A gull’s ﬁn')).toEqual([
      { word: 'a', start: 0, end: 1 },
      { word: 'gull', start: 2, end: 8 },
      { word: 'fin', start: 9, end: 11 },
    ]);
  });

  test('come in order, without overlap, and are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const found = textWords(text);
        const places = found.flatMap(({ start, end }) => [start, end - 1]);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(found.map(({ start }) => start)).size).toBe(found.length);
        expect(found.map(({ word }) => word).join('')).toMatch(/^[\p{L}\p{N}]*$/u);
        expect(found.every(({ word }) => word !== '')).toBe(true);
      }),
    );
  });

  test('are the same where each stands alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { word, start, end } of textWords(text))
          expect(wordsOf(text.slice(start, end))).toEqual([word]);
      }),
    );
  });
});
