import { describe, expect, test } from 'vitest';

import { familyPrefix, stemOf } from '../../src/text/stems.ts';

const stem = stemOf('en');

describe('stemOf', () => {
  test.each([
    ['gulls', 'gull'],
    ['studies', 'studying'],
    ['network', 'networks'],
    ['rated', 'rating'],
    ['scalability', 'scalable'],
    ['generalize', 'generalization'],
  ])('gives %s and %s the same stem', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  test.each(['en', 'en-GB', 'EN'])('knows %s for English', (language) => {
    expect(stemOf(language)('gulls')).toBe('gull');
  });

  test.each(['de', 'fr', 'enm', ''])('leaves words of %j alone', (language) => {
    expect(stemOf(language)('gulls')).toBe('gulls');
  });
});

describe('familyPrefix', () => {
  test.each([
    ['study', 'stud'],
    ['ability', 'abi'],
    ['rating', 'rat'],
    ['gulls', 'gul'],
    ['jars', 'jar'],
    ['tie', 'ti'],
    ['be', 'b'],
    ['ays', 'a'],
    ['i', 'i'],
  ])('of %s is %s', (word, prefix) => {
    expect(familyPrefix(stem(word))).toBe(prefix);
  });

  test('starts every word it is the prefix of', () => {
    const stems =
      'gull jar tid shelv stud hop hopp rat siz fil fizz fall class conflat troubl activ sensibl rational ' +
      'condition valenc hesitanc digitiz conform radic differ vil analog vietnam predic operat feudal ' +
      'decis hopeful callous formal sensitiv triplic form electr goodn reviv allow infer airlin gyroscop ' +
      'a e i o u ay ey oy adjust defens irrit replac adopt homolog commun angular effect bowdler prob ceas controll roll 3d x2';
    const suffixes =
      ' s es ies ied ed eed ing ly y e ational tional enci ency ancy izer ization izing ation ator ating ' +
      'alism iveness fulness ousness ality ivity bility ability ibility ably icate ative alize icity ical ' +
      'ful ness al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize logy bled ' +
      'ying yed ys ll lly ely ental ously';
    const words = stems.split(' ').flatMap((each) => suffixes.split(' ').map((end) => each + end));
    expect(words.filter((word) => !word.startsWith(familyPrefix(stem(word))))).toEqual([]);
  });
});
