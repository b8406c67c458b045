import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { readYaml, type YamlSource } from '../../src/archive/yaml-values.ts';

const SOURCE: YamlSource = { file: 'notes/gulls.mdx', firstLine: 2, code: 'note-invalid' };
const anything = z.looseObject({});
const schema = z.strictObject({
  text: z.string().min(1).max(5).optional(),
  whole: z.int().min(10).max(20).optional(),
  number: z.number().optional(),
  list: z.array(z.string().min(2)).min(1).optional(),
  inner: z.strictObject({ deep: z.array(z.strictObject({ a: z.string() })) }).optional(),
  names: z.record(z.string().regex(/^[a-z]+$/, 'must be letters'), z.string()).optional(),
  either: z
    .union([z.literal('a'), z.array(z.string())], { error: 'must be one or the other' })
    .optional(),
});

/** Each problem as `line:column message`. */
function faults(text: string, source: Partial<YamlSource> = {}): readonly string[] {
  const { value, problems } = readYaml(text, schema, { ...SOURCE, ...source });
  expect(value === undefined).toBe(problems.length > 0);
  return problems.map(
    ({ line, column, message }) => `${String(line)}:${String(column)} ${message}`,
  );
}

describe('readYaml', () => {
  test.each(['', '\n', '# a comment', 'null', '~', '""', '---\n'])(
    'reads %j as nothing',
    (text) => {
      expect(readYaml(text, schema, SOURCE)).toEqual({ value: {}, problems: [] });
    },
  );

  test('of what holds only nothing is nothing, read as texts too', () => {
    const source = { ...SOURCE, values: 'failsafe' } as const;
    expect(readYaml('# a comment\n', schema, source)).toEqual({ value: {}, problems: [] });
  });

  test('reads values as what they look like', () => {
    const text = 'number: 2405.17420\nwhole: 12\ntext: abc\nlist: [ab, "12"]';
    expect(readYaml(text, schema, SOURCE).value).toEqual({
      number: 2405.1742,
      whole: 12,
      text: 'abc',
      list: ['ab', '12'],
    });
  });

  test('reads values as the texts they are where that is asked for', () => {
    const text = 'id: 2405.17420\nyear: 0x10\nyes: true\nlist:\n  - 1.0\n  - null\n  - 2025-03-11';
    expect(readYaml(text, anything, { ...SOURCE, values: 'failsafe' }).value).toEqual({
      id: '2405.17420',
      year: '0x10',
      yes: 'true',
      list: ['1.0', 'null', '2025-03-11'],
    });
  });

  test('gives the schema’s own value, with what it fills in', () => {
    const filled = z.object({ a: z.string().default('x') });
    expect(readYaml('', filled, SOURCE)).toEqual({ value: { a: 'x' }, problems: [] });
  });

  test('reports in the file and with the code that the source names', () => {
    expect(
      readYaml('a: [', anything, { ...SOURCE, code: 'settings-invalid' }).problems,
    ).toMatchObject([{ code: 'settings-invalid', severity: 'error', file: 'notes/gulls.mdx' }]);
    expect(readYaml('a: [', anything, SOURCE).problems).toMatchObject([{ code: 'note-invalid' }]);
  });
});

describe('a mistake in a value', () => {
  test.each([
    ['text: 5', '2:1 “text” must be a text.'],
    ['text: ""', '2:1 “text” must not be empty.'],
    ['text: abcdef', '2:1 “text” must have at most 5 characters.'],
    ['whole: 12.5', '2:1 “whole” must be a whole number.'],
    ['whole: 9', '2:1 “whole” must be at least 10.'],
    ['whole: 21', '2:1 “whole” must be at most 20.'],
    ['number: soon', '2:1 “number” must be a number.'],
    ['list: ab', '2:1 “list” must be a list, each item on a line that starts with “- ”.'],
    ['list: []', '2:1 “list” must not be empty.'],
    ['inner: 5', '2:1 “inner” must hold settings of the form “name: value”.'],
    ['names: 5', '2:1 “names” must hold lines of the form “name: value”.'],
    ['names:\n  A: x', '3:3 “names.A” must be letters.'],
    ['names:\n  a: 5', '3:3 “names.a” must be a text.'],
    ['either: 5', '2:1 “either” must be one or the other.'],
    ['5', '2:1 The file must hold settings of the form “name: value”.'],
    ['- a', '2:1 The file must hold settings of the form “name: value”.'],
    ['\n  [a]', '3:3 The file must hold settings of the form “name: value”.'],
    ['wrong: 1', '2:1 “wrong” is unknown here.'],
    ['__proto__: 1', '2:1 “__proto__” is unknown here.'],
    ['constructor: 1', '2:1 “constructor” is unknown here.'],
    ['"": 1', '2:1 “” is unknown here.'],
    ['5: 1', '2:1 “5” is unknown here.'],
    ['"a\\0\\u202e\\nb": 1', '2:1 “a b” is unknown here.'],
    ['inner:\n  deep: []\n  wide: 1', '4:3 “inner.wide” is unknown here.'],
    ['inner:\n  deep:\n    - a: x\n    - a: 5', '5:7 “inner.deep.1.a” must be a text.'],
    [
      'inner:\n  deep:\n    - a: x\n    - 5',
      '5:7 “inner.deep.1” must hold settings of the form “name: value”.',
    ],
    ['inner:\n  deep:\n    - a: x\n    - {a: x, b: y}', '5:14 “inner.deep.1.b” is unknown here.'],
    ['inner:\n  deep:\n    - a: x\n    - {}', '5:7 “inner.deep.1.a” must be a text.'],
    ['inner: {}', '2:1 “inner.deep” must be a list, each item on a line that starts with “- ”.'],
    ['list:\n  - ab\n  - c', '4:5 “list.1” must not be empty.'],
    ['list:\n  - ab\n  - [a, b]', '4:5 “list.1” must be a text.'],
  ])('is reported where it stands: %j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test('counts lines from where the text stands in its file', () => {
    expect(faults('text: 5', { firstLine: 1 })).toEqual(['1:1 “text” must be a text.']);
    expect(faults('\ntext: 5', { firstLine: 7 })).toEqual(['8:1 “text” must be a text.']);
  });

  test('does not hide others, of its kind or another', () => {
    expect(faults('b: 1\ntext: 5\na: 1').toSorted()).toEqual([
      '2:1 “b” is unknown here.',
      '3:1 “text” must be a text.',
      '4:1 “a” is unknown here.',
    ]);
  });

  test('inside an unknown name is not looked for', () => {
    expect(faults('unknown:\n  text: 5')).toEqual(['2:1 “unknown” is unknown here.']);
  });
});

describe('YAML that is none', () => {
  test('is reported where it breaks', () => {
    expect(faults('text: a\nlist: [ab')).toEqual([
      '3:10 Not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ]);
    expect(faults('text: a: b')).toEqual([
      "2:7 Not valid YAML: a text with a colon and a space in it needs quotes, as in title: 'Gulls: A Study'.",
    ]);
  });

  test('such as a name given twice is reported at the second', () => {
    expect(faults('text: a\ntext: b')).toEqual(['3:1 Not valid YAML: Map keys must be unique.']);
  });

  test.each([['['.repeat(5000)], ['{a: '.repeat(5000)], ['- '.repeat(20_000)]])(
    'and nested without end ends, and is reported a few times only',
    (text) => {
      const found = faults(text);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(5);
    },
  );

  test('is not looked at for its values', () => {
    expect(faults('text: 5\nlist: [')).toEqual([
      expect.stringContaining('Not valid YAML') as string,
    ]);
  });
});

describe('what YAML reads as something else than text', () => {
  test.each([
    [
      'text: *gulls',
      '2:7 “*gulls” would be a YAML alias; put a text that starts with * in quotes.',
    ],
    [
      'text: &gulls a',
      '2:14 “&gulls” would be a YAML anchor; put a text that starts with & in quotes.',
    ],
    [
      'text: !gulls a',
      '2:14 “!gulls” would be a YAML tag; put a text that starts with ! in quotes.',
    ],
    [
      'list: &gulls [ab]',
      '2:14 “&gulls” would be a YAML anchor; put a text that starts with & in quotes.',
    ],
  ])('is refused: %j', (text, fault) => {
    expect(faults(text, { values: 'failsafe' })).toEqual([fault]);
    expect(faults(text)).toEqual([fault]);
  });

  test.each(['text: !!str a', 'text: !<x> a', 'text: ! a', '!!map\ntext: a'])(
    'is refused when it is a tag of YAML itself: %j',
    (text) => {
      expect(faults(text)).toEqual([expect.stringMatching(/“!.*” would be a YAML tag/) as string]);
    },
  );

  test('is refused everywhere in a text', () => {
    expect(faults('a: &x 1\nb: *x\nc: !y 1')).toEqual([
      '2:7 “&x” would be a YAML anchor; put a text that starts with & in quotes.',
      '3:4 “*x” would be a YAML alias; put a text that starts with * in quotes.',
      '4:7 “!y” would be a YAML tag; put a text that starts with ! in quotes.',
    ]);
  });

  test('is text in quotes', () => {
    expect(readYaml('a: "*x"\nb: "&y"\nc: "!z"', anything, SOURCE).value).toEqual({
      a: '*x',
      b: '&y',
      c: '!z',
    });
  });
});
