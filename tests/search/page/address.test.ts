import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addressOf, hasOperator, stateIn, toggled } from '../../../src/search/page/address.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { SORTS } from '../../../src/search/search.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const state = (address: string): ReturnType<typeof stateIn> =>
  stateIn(new URLSearchParams(address));

describe('the address of a state', () => {
  const opened = { text: '', sort: 'relevance', spelling: true } as const;

  test.each([
    ['', opened],
    ['?q=red+jars', { ...opened, text: 'red jars' }],
    ['?q=a%26b%3Dc%23d%2Be', { ...opened, text: 'a&b=c#d+e' }],
    ['?q=jars&sort=newest&spelling=off', { text: 'jars', sort: 'newest', spelling: false }],
    ['?sort=seen', { ...opened, sort: 'seen' }],
  ] as const)('%j', (address, its) => {
    expect(addressOf(its)).toBe(address);
    expect(state(address)).toEqual(its);
  });

  test.each([
    ['another sort', '?q=jars&sort=oldest'],
    ['another spelling', '?q=jars&spelling=no'],
    ['what nobody knows', '?q=jars&page=2'],
    ['spaces around the text', '?q=+jars%20'],
    ['a second text', '?q=jars&q=gulls'],
  ])('says nothing by %s', (_, address) => {
    expect(state(address)).toEqual({ ...opened, text: 'jars' });
  });

  test('leads back to the state', () => {
    const anyState = fc.record({
      text: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().trim()),
      sort: fc.constantFrom(...SORTS),
      spelling: fc.boolean(),
    });
    fc.assert(
      fc.property(anyState, (its) => {
        expect(state(addressOf(its))).toEqual(its);
      }),
    );
  });
});

describe('toggled', () => {
  test.each([
    ['puts an operator at the end', 'red jars', 'has:code', 'red jars has:code'],
    ['into an empty query', '', 'has:code', 'has:code'],
    ['takes it out', 'red has:code jars', 'has:code', 'red jars'],
    ['leaves quotes alone', '"red  jars" gulls', 'has:code', '"red  jars" gulls has:code'],
    ['and what is in them', '"has:code"', 'has:code', '"has:code" has:code'],
    ['replaces another date', 'jars date:2024', 'date:2025-03', 'jars date:2025-03'],
    ['replaces another number of digests', 'seen:2 jars', 'seen:3', 'jars seen:3'],
    ['adds another link', 'has:code', 'has:demo', 'has:code has:demo'],
    ['closes a quote', '"red jars', 'has:code', '"red jars" has:code'],
    ['closes a typographic quote', 'gulls “red  jars', 'has:code', 'gulls “red  jars" has:code'],
    [
      'leaves what is in an open quote',
      '"date:2024 has:code',
      'has:code',
      '"date:2024 has:code" has:code',
    ],
    ['takes it out in any case', 'red HAS:Code jars', 'has:code', 'red jars'],
    ['takes it out before an open quote', 'has:code "red jars', 'has:code', '"red jars"'],
    ['replaces in any case', 'Date:2024 jars', 'date:2025-03', 'jars date:2025-03'],
    ['leaves negative ones', '-date:2024', 'date:2025', '-date:2024 date:2025'],
  ])('%s', (_, text, operator, expected) => {
    expect(toggled(text, operator)).toBe(expected);
  });

  test.each([
    ['has:code', true],
    ['red Has:CODE jars', true],
    ['has:codes', false],
    ['-has:code', false],
    ['"has:code"', false],
    ['"red has:code', false],
  ])('%j has has:code: %j', (text, expected) => {
    expect(hasOperator(text, 'has:code')).toBe(expected);
  });

  const part = fc.constantFrom('red', 'jars', '"red jars"', '“a  b”', '-x', 'title:"a b"', 'k-nn');
  const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(' '));
  const operator = fc.constantFrom('date:2025', 'date:2025-03', 'seen:2', 'has:code', 'has:demo');

  test('twice gives the query back', () => {
    fc.assert(
      fc.property(text, operator, (query, each) => {
        const once = toggled(query, each);
        expect(hasOperator(query, each)).toBe(false);
        expect(hasOperator(once, each)).toBe(true);
        expect(toggled(once, each)).toBe(query);
      }),
    );
  });

  const open = fc.constantFrom('', '"', '"red', '“red jars', 'title:"red', '-"red');

  test('adds one condition to the query, whose last quote it closes', () => {
    fc.assert(
      fc.property(text, open, operator, (closed, end, each) => {
        const query = end === '' ? closed : `${closed} ${end}`;
        const before = parseQuery(end === '' ? query : `${query}"`);
        expect(parseQuery(toggled(query, each))).toEqual({
          ...before,
          conditions: [...before.conditions, ...parseQuery(each).conditions],
        });
      }),
    );
  });
});
