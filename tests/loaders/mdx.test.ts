import { describe, expect, test } from 'vitest';

import { mdxProblems } from '../../src/loaders/mdx.ts';
import { bytesOf, raw, timed } from '../helpers.ts';

/** The mistake in an MDX file as `line:column message`. */
function faults(content: string | readonly number[]): readonly string[] {
  return mdxProblems(raw(content, 'notes/gulls.mdx')).map(
    ({ file, line, column, code, message }) => {
      expect([file, code]).toEqual(['notes/gulls.mdx', 'mdx-invalid']);
      return `${String(line)}:${String(column)} ${message}`;
    },
  );
}

describe('mdxProblems', () => {
  test.each([
    '',
    '\n',
    'A text with *emphasis*, {1 + 1} and <b>bold</b>.',
    '# A heading\n\n- a\n- b\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    'import { readFile } from "node:fs"\n\nexport const a = 1\n\n{a} <Unknown />',
    '---\ntitle: {[<\n---\nA text.',
    '\n---\ntitle: {[<\n---\nA text.',
    '---\ntitle: {[< without an end',
    'a < b, and c > d',
    'a \\< and \\{',
    `${'> '.repeat(99)}deep`,
    `${'- '.repeat(99)}deep`,
    `${'-'.repeat(500)}\n\n${'*'.repeat(500)}`,
  ])('finds nothing wrong with %j', (text) => {
    expect(faults(text)).toEqual([]);
  });

  test.each([
    [
      '{',
      '1:1 Not valid MDX: Unexpected end of file in expression, expected a corresponding closing brace for `{`.',
    ],
    [
      'A text.\n\n  A {',
      '3:5 Not valid MDX: Unexpected end of file in expression, expected a corresponding closing brace for `{`.',
    ],
    [
      'é😀 <b>\n',
      '1:5 Not valid MDX: Expected a closing tag for `<b>` (1:5) before the end of `paragraph`.',
    ],
    [
      'export const a = (',
      '1:19 Not valid MDX: Could not parse esm with oxc: Expected `)` but found `EOF`.',
    ],
  ])('places the mistake in %j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test.each([
    ['---\ntitle: Gulls\n---\n\nA {', '5:3'],
    ['---\r\ntitle: Gulls\r\n---\r\n\r\nA {', '5:3'],
    ['---\rtitle: Gulls\r---\r\rA {', '5:3'],
    ['\ufeff---\ntitle: Gulls\n---\nA {', '4:3'],
    ['\n\n---\ntitle: Gulls\n---\nA {', '6:3'],
    ['\r\n\r\nA {', '3:3'],
  ])('counts the lines of the file: %j', (text, place) => {
    expect(faults(text)).toEqual([expect.stringMatching(new RegExp(`^${place} `)) as string]);
  });

  test('says it in one line', () => {
    const [fault] = faults('A text.\n\n<https://example.org>');
    expect(fault).toMatch(
      /^3:1 Not valid MDX: Unexpected character after `<`, expected a valid JSX tag/,
    );
    expect(fault).not.toContain('\n');
  });

  test.each([
    ['quotations', '>'.repeat(50_000)],
    ['spaced quotations', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['mixed lists', '1. * + '.repeat(10_000)],
    ['braces', '{'.repeat(60_000)],
    ['brackets in an expression', `{${'('.repeat(20_000)}1${')'.repeat(20_000)}}`],
  ])('refuses %s without end, which would end the compiler', (_, text) => {
    const { result, milliseconds } = timed(() => faults(`---\nvenue: A\n---\n\n${text}`));
    expect(result).toEqual([
      '5:1 Not valid MDX: a hundred brackets or signs of a list or quotation in a row.',
    ]);
    expect(milliseconds).toBeLessThan(1000);
  });

  test('runs nothing', () => {
    expect(
      faults('export const a = globalThis.wasRun = true\n\n{globalThis.wasRun = true}'),
    ).toEqual([]);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  test('of bytes that are no text is none of its concern, and does not throw', () => {
    expect(() =>
      mdxProblems({ file: 'notes/gulls.mdx', bytes: bytesOf('a').fill(0xff) }),
    ).not.toThrow();
  });
});
