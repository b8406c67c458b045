import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { columnsOf, wrap } from '../../../src/publish/mail/wrap.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const ADDRESS = `https://example.org/${'gulls/'.repeat(20)}`;

describe('wrap', () => {
  test('breaks lines at words, at most 76 columns wide', () => {
    expect(wrap(`${'a'.repeat(75)} b`)).toEqual(['a'.repeat(75), 'b']);
    expect(wrap(`${'a'.repeat(74)} b`)).toEqual([`${'a'.repeat(74)} b`]);
  });

  test('indents the lines below the first as far as what that starts with', () => {
    const words = 'gull '.repeat(20).trim();
    expect(wrap(words, '1.  ')).toEqual([
      `1.  ${'gull '.repeat(14).trim()}`,
      `    ${'gull '.repeat(6).trim()}`,
    ]);
  });

  test('keeps an address whole', () => {
    expect(wrap(`See (${ADDRESS}) there`)).toEqual(['See', `(${ADDRESS})`, 'there']);
  });

  test('cuts other words that fit into no line', () => {
    expect(wrap('a'.repeat(80))).toEqual(['a'.repeat(76), 'aaaa']);
  });

  test('counts two columns for a sign as wide as two letters, and none for a mark', () => {
    expect(columnsOf('灯a\u0308')).toBe(3);
    expect(wrap('灯'.repeat(40))).toEqual(['灯'.repeat(38), '灯灯']);
  });

  test('does not cut a character in two', () => {
    const family = '👩‍👩‍👧';
    expect(wrap(family.repeat(30)).map((line) => line.replaceAll(family, ''))).toEqual([
      '',
      '',
      '',
    ]);
  });

  test('makes no line of nothing', () => {
    expect(wrap(' ')).toEqual([]);
  });

  test('loses and adds nothing but spaces, and no line is too wide', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constantFrom('gull', '灯', ADDRESS, '\u00a0', '-- '),
    );
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom('', '1.  '), (words, first) => {
        const lines = wrap(words.join(' '), first);
        const letters = (text: string): string => text.replace(/\s/g, '');
        expect(letters(lines.join('').slice(first.length).replace(/^ +/gm, ''))).toBe(
          letters(words.join('')),
        );
        for (const line of lines.filter((each) => !each.includes('://')))
          expect(columnsOf(line)).toBeLessThanOrEqual(76);
      }),
    );
  });
});
