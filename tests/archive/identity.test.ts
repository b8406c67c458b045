import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { paperId, titleKey } from '../../src/archive/identity.ts';

/** Titles and their addresses. Frozen: sites have published them. */
const PERMALINKS = JSON.parse(
  readFileSync(new URL('../fixtures/permalinks.json', import.meta.url), 'utf8'),
) as readonly (readonly [string, string])[];

const idOf = (title: string): string => paperId(titleKey(title));

describe('a permalink', () => {
  test.each(PERMALINKS)('of %j is %s, for ever', (title, id) => {
    expect(idOf(title)).toBe(id);
  });

  test.each(PERMALINKS)('of %j is a safe file name everywhere', (_, id) => {
    expect(id).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,89}[a-z0-9])?$/);
    expect(id).not.toContain('--');
    expect(id).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
    expect(['index', '404', ...Object.getOwnPropertyNames(Object.prototype)]).not.toContain(id);
  });

  test('belongs to one title only', () => {
    const keys = new Map<string, Set<string>>();
    for (const [title, id] of PERMALINKS)
      keys.set(id, (keys.get(id) ?? new Set()).add(titleKey(title)));
    expect([...keys.values()].filter((ofId) => ofId.size > 1)).toEqual([]);
  });

  test('says all of a title that fits in 80 characters', () => {
    expect(idOf('x'.repeat(80))).toBe('x'.repeat(80));
    expect(idOf('x'.repeat(81))).toMatch(/^x{80}-[0-9a-f]{10}$/);
  });

  test('is cut between words, not in one', () => {
    const id = idOf(`${'gull '.repeat(15)}lighthouse keeper`);
    expect(id).toMatch(/^(?:gull-){15}[0-9a-f]{10}$/);
  });

  test.each([
    ['Gulls 0123456789', /^gulls-0123456789-[0-9a-f]{10}$/],
    ['Gulls 0123456789 Tides', /^gulls-0123456789-tides$/],
    ['Gulls 012345678', /^gulls-012345678$/],
    ['Paper 0123456789abcdef', /^paper-0123456789abcdef-[0-9a-f]{10}$/],
  ])('of a title that ends like a hash ends with its own: %s', (title, expected) => {
    expect(idOf(title)).toMatch(expected);
  });

  test('of titles that differ beyond the cut differs', () => {
    const start = 'gull '.repeat(20);
    expect(idOf(`${start}one`)).not.toBe(idOf(`${start}two`));
  });
});

describe('titles of one paper', () => {
  test.each([
    ['Foo Bar', 'foo  bar'],
    ['Foo Bar', '\u00a0FOO\tbar\n'],
    ['Foo: Bar', 'Foo - Bar'],
    ['Foo–Bar', 'Foo-Bar'],
    ['Foo Bar', 'Foo, Bar.'],
    ['“Foo” Bar', '"Foo" Bar'],
    ["Keeper's Foo", 'Keeper’s Foo'],
    ['Keeper‘s Foo', 'Keepers Foo'],
    ['Foo (Bar)', 'Foo [Bar]'],
    ['Foo Bar', 'Foo\u200e Bar\u200f'],
    ['Foo Bar', '\u061cFoo Bar'],
    ['Café', 'Cafe\u0301'],
    ['Café', 'CAFE'],
    ['Ｆｏｏ', 'Foo'],
    ['ﬁne', 'fine'],
    ['灯台', '灯台 '],
    ['が', 'か\u3099'],
    ['Φάρος', 'ΦΆΡΟΣ'],
    ['й', '\u0438\u0306'],
    ['각', '\u1100\u1161\u11a8'],
    ['...', ' ... '],
  ])('%j and %j', (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
    expect(idOf(a)).toBe(idOf(b));
  });
});

describe('titles of two papers', () => {
  test.each([
    ['Foo I', 'Foo II'],
    ['Foo 1', 'Foo 2'],
    ['Foo', 'Foo Bar'],
    ['Foo Bar', 'Foobar'],
    ['C', 'C++'],
    ['C++', 'C#'],
    ['C+', 'C++'],
    ['α-Foo', 'β-Foo'],
    ['A & B', 'A and B'],
    ['100% Foo', '100 Foo'],
    ['$x$', 'x'],
    ['и', 'й'],
    ['か', 'が'],
    ['क', 'का'],
    ['...', '!!!'],
    ['🐦', '🐧'],
    ['Foo = Bar', 'Foo < Bar'],
  ])('%j and %j', (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
    expect(idOf(a)).not.toBe(idOf(b));
  });
});
