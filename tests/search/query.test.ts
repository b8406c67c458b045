import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseQuery, type Condition } from '../../src/search/query.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 1000 });

/** What is searched, without what is said about it. */
const read = (text: string): { words: string; conditions: readonly unknown[]; remarks: number } => {
  const { words, conditions, remarks } = parseQuery(text);
  return {
    words: words.map(({ word }) => word).join(' '),
    conditions: conditions.map(({ negative, ...rest }: Condition) => ({
      ...rest,
      ...(negative ? { not: true } : {}),
    })),
    remarks: remarks.length,
  };
};
const words = (text: string, more: object = {}): object => ({
  kind: 'words',
  words: text.split(' '),
  exact: false,
  open: false,
  ...more,
});
const phrase = (text: string, more: object = {}): object => words(text, { exact: true, ...more });
const not = { not: true };
/** Of a quote that is not closed yet. */
const open = { open: true };

describe('operators', () => {
  test.each([
    ['"red jars"', 'red jars', [phrase('red jars')]],
    ['-"red jars"', '', [phrase('red jars', not)]],
    ['-jars', '', [words('jars', not)]],
    ['−jars', '', [words('jars', not)]],
    ['title:jars', 'jars', [words('jars', { field: 'title' })]],
    ['-title:jars', '', [words('jars', { field: 'title', ...not })]],
    ['title:"red jars"', 'red jars', [phrase('red jars', { field: 'title' })]],
    ['-title:"red jars"', '', [phrase('red jars', { field: 'title', ...not })]],
    ['author:Müller', 'muller', [words('muller', { field: 'authors' })]],
    ['-author:"Jo Doe"', '', [phrase('jo doe', { field: 'authors', ...not })]],
    ['date:2025', '', [{ kind: 'date', from: '2025', to: '2025' }]],
    ['date:2025-03', '', [{ kind: 'date', from: '2025-03', to: '2025-03' }]],
    ['date:"2025-03-11"', '', [{ kind: 'date', from: '2025-03-11', to: '2025-03-11' }]],
    ['-date:2025', '', [{ kind: 'date', from: '2025', to: '2025', ...not }]],
    ['date:2024..2025-03', '', [{ kind: 'date', from: '2024', to: '2025-03' }]],
    ['date:2025..2024-03', '', [{ kind: 'date', from: '2024-03', to: '2025' }]],
    ['date:2025-03-12..2025-03-11', '', [{ kind: 'date', from: '2025-03-11', to: '2025-03-12' }]],
    ['date:2025-03..2025', '', [{ kind: 'date', from: '2025-03', to: '2025' }]],
    ['date:2025..2025-03', '', [{ kind: 'date', from: '2025', to: '2025-03' }]],
    ['date:2025..', '', [{ kind: 'date', from: '2025' }]],
    ['date:..2025-03-11', '', [{ kind: 'date', to: '2025-03-11' }]],
    ['seen:2', '', [{ kind: 'seen', least: 2 }]],
    ['-seen:2', '', [{ kind: 'seen', least: 2, ...not }]],
    ['has:code', '', [{ kind: 'has', link: 'code' }]],
    ['has:"Videos"', '', [{ kind: 'has', link: 'video' }]],
    ['topic:RAG', '', [{ kind: 'topic', name: 'rag' }]],
    ['topic:"Red Jars"', '', [{ kind: 'topic', name: 'red-jars' }]],
    ['-topic:red-jars', '', [{ kind: 'topic', name: 'red-jars', ...not }]],
    ['-has:demo', '', [{ kind: 'has', link: 'demo', ...not }]],
    ['TITLE:jars', 'jars', [words('jars', { field: 'title' })]],
    ['Has:CODE', '', [{ kind: 'has', link: 'code' }]],
  ])('%s', (text, plain, conditions) => {
    expect(read(text)).toEqual({ words: plain, conditions, remarks: 0 });
  });

  test.each([
    'date:soon',
    'date:2025-13',
    'date:2025-3',
    'date:2025-02-32',
    'date:..',
    'date:2025..soon',
    'date:2024..2025..2026',
    '-date:soon',
    'date:',
    '-DATE:',
    'date:""',
    'seen:',
    'seen:0',
    'seen:-1',
    'seen:often',
    'seen:1e3',
    'seen:9999999',
    'has:',
    'has:gulls',
    'has:""',
    'title:',
    'title:""',
    '-title:',
    'author:',
    '-author:"',
    'has:constructor',
    'topic:',
    'topic:"…"',
  ])('%s is remarked on and left out', (text) => {
    expect(read(`jars ${text}`)).toEqual({ words: 'jars', conditions: [], remarks: 1 });
  });

  test('a remark names what was written and what to write', () => {
    expect(parseQuery('date:soon has:gulls seen:x').remarks).toEqual([
      '“date:soon” needs a year, month or day, as in date:2025-03, or two with “..” between them.',
      '“has:gulls” needs one of code, model, dataset, demo, paper, video, project.',
      '“seen:x” needs a number of digests, as in seen:2.',
    ]);
    expect(parseQuery('author: title: date:').remarks).toEqual([
      '“author:” needs a word right after it.',
      '“title:” needs a word right after it.',
      '“date:” needs a year, month or day, as in date:2025-03, or two with “..” between them.',
    ]);
  });

  test('what follows an operator after a space is a word', () => {
    expect(read('title: jars date: 2025')).toEqual({
      words: 'jars 2025',
      conditions: [],
      remarks: 2,
    });
  });

  test.each([
    ['an operator nobody knows', 'gulls:jars', 'gulls jars'],
    ['a name that objects have', 'constructor:jars toString:x', 'constructor jars tostring x'],
    ['an address', 'https://example.org/a', 'https example org a'],
    ['one nobody knows, without a value', 'gulls: jars', 'gulls jars'],
    ['a colon alone', ': jars :', 'jars'],
    ['a hyphen in a word', 'k-NN', 'k nn'],
    ['a hyphen between spaces', 'gulls - jars', 'gulls jars'],
    ['a time', '12:30', '12 30'],
  ])('is not one: %s', (_, text, plain) => {
    expect(read(text)).toEqual({ words: plain, conditions: [], remarks: 0 });
  });

  test.each(['""', '"', '“”', '-""', '-"…"', '-…', 'title:…', '-'])(
    '%s asks for nothing',
    (text) => {
      expect(read(text)).toEqual({ words: '', conditions: [], remarks: 0 });
    },
  );
});

describe('a phrase', () => {
  test.each([
    ['“red jars”', 'typographic quotes'],
    ['„red jars“'.replace('„', '“'), 'the same quote twice'],
    ['"red jars”', 'mixed quotes'],
    ['"red-jars"', 'a hyphen for a space'],
    ['"Red, jars!"', 'capitals and punctuation'],
    ['"  red   jars "', 'more spaces'],
  ])('%s (%s)', (text) => {
    expect(read(text)).toEqual({
      words: 'red jars',
      conditions: [phrase('red jars')],
      remarks: 0,
    });
  });

  test.each([
    ['"red jars', phrase('red jars', open)],
    ['gulls “red', phrase('red', open)],
    ['"red jars" title:"gulls of', phrase('gulls of', { field: 'title', ...open })],
    ['-"red jars', phrase('red jars', { ...open, ...not })],
  ])('%s is not closed yet', (text, condition) => {
    expect(read(text).conditions.at(-1)).toEqual(condition);
  });

  test('keeps its stop words', () => {
    expect(read('"jars of the sea"').conditions).toEqual([phrase('jars of the sea')]);
  });

  test('may hold what would be an operator outside', () => {
    expect(read('"date:2025 -jars"').conditions).toEqual([phrase('date 2025 jars')]);
  });

  test('may follow a word without a space', () => {
    expect(read('gulls"red jars"tides')).toEqual({
      words: 'gulls red jars tides',
      conditions: [phrase('red jars')],
      remarks: 0,
    });
  });
});

test('words with a hyphen are left out in a row', () => {
  expect(read('-red-jars').conditions).toEqual([words('red jars', not)]);
});

test('all parts count, in any order', () => {
  expect(read('gulls date:2025 "red jars" -tides has:code')).toEqual({
    words: 'gulls red jars',
    conditions: [
      { kind: 'date', from: '2025', to: '2025' },
      phrase('red jars'),
      words('tides', not),
      { kind: 'has', link: 'code' },
    ],
    remarks: 0,
  });
});

describe('any text is a query', () => {
  const part = fc.constantFrom(
    ...['"', '“', '”', '-', '−', ':', '..', ' ', 'title:', 'date:', 'has:', 'seen:', 'author:'],
    ...[
      '2025',
      '2025-03',
      'code',
      '2',
      'gulls',
      'the',
      '\u0000',
      '\ud800',
      '__proto__',
      '漢',
      '\n',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
  );

  test('and its words are never empty', () => {
    fc.assert(
      fc.property(text, (query) => {
        const { words: found, conditions } = parseQuery(query);
        expect(found.every(({ word }) => word !== '')).toBe(true);
        for (const condition of conditions)
          if (condition.kind === 'words') {
            expect(condition.words).not.toEqual([]);
            expect(condition.words).not.toContain('');
          }
      }),
    );
  });

  test.each([
    'a',
    '"',
    '-',
    'a:',
    'date:',
    '"a ',
    'papers that ',
    'i am ',
    ' that',
    '漢',
    '\u0301',
  ])('that is read in no time when it is %j again and again', (unit) => {
    expect(millisecondsOf(() => parseQuery(unit.repeat(20_000)))).toBeLessThan(1000);
  });
});
