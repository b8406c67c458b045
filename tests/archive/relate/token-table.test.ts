import { describe, expect, test } from 'vitest';

import { BREAK, HYPHEN, SPACE, tokenTable } from '../../../src/archive/relate/token-table.ts';
import { textsOf } from './texts.ts';

/** The first title as stems, each after what stands before it. */
function read(...papers: readonly string[]): string {
  const { titles, stems } = tokenTable(textsOf(...papers), 'en');
  const [first] = titles;
  const signs = { [BREAK]: '|', [SPACE]: ' ', [HYPHEN]: '-' };
  return Array.from(first?.stems ?? [], (stem, place) => {
    const gap = (first?.gaps[place] ?? BREAK) as keyof typeof signs;
    return `${signs[gap]}${stems[stem] ?? ''}`;
  }).join('');
}

describe('a text is read as stems with what stands between them', () => {
  test.each([
    ['a space and a hyphen join', 'Red-throated divers', '|red-throat diver'],
    ['punctuation separates', 'Gulls: red, quick (often)', '|gull|red|quick|often'],
    ['and so do two spaces and a dash', 'Gulls  and – jars', '|gull|and|jar'],
    ['without words there is nothing', '…', ''],
  ])('%s: %j', (_, title, expected) => {
    expect(read(title)).toBe(expected);
  });
});

describe('an acronym', () => {
  const definition = 'On gulls | A tidal jar network (TJN) holds gulls.';

  test('is read as the long form that papers define', () => {
    expect(read('The TJN of gulls', definition)).toBe('|the tidal jar network of gull');
  });

  test('of which nearly all papers say the same, else it stays', () => {
    const other = 'On jars | The tall jumping newt (TJN) is quick.';
    expect(read('The TJN of gulls', definition, other)).toBe('|the tjn of gull');
  });

  test('is known by its long form, written as most papers write it', () => {
    const { acronyms } = tokenTable(textsOf('TJN and a TjN', definition), 'en');
    expect(acronyms.get('tidal jar network')).toBe('TJN');
    const mixed = tokenTable(textsOf('TjN TjN TjN', definition), 'en');
    expect(mixed.acronyms.get('tidal jar network')).toBe('TjN');
  });
});

test('stop words and numbers say nothing of a subject', () => {
  const { stems, isEmpty } = tokenTable(textsOf('The 12 gulls of 3D'), 'en');
  expect(stems.filter((_, number) => isEmpty[number] === false)).toEqual(['gull', '3d']);
});

test('a word is proper when it has capitals more often than not', () => {
  const { isProper } = tokenTable(
    textsOf('Gaussian Gulls', 'gulls | gulls of Gaussian jars'),
    'en',
  );
  expect(['Gaussian', 'Gulls', 'jars', 'Unseen'].map(isProper)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
