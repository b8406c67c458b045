import { describe, expect, test } from 'vitest';

import { splitFrontMatter } from '../../src/archive/front-matter.ts';

const split = (text: string): unknown => splitFrontMatter(text.split('\n'));

describe('splitFrontMatter', () => {
  test('parts what stands between two lines of “---” from what stands below', () => {
    expect(split('---\ntitle: Gulls\nyear: 2025\n---\n\nA text.\n')).toEqual({
      yaml: 'title: Gulls\nyear: 2025',
      firstLine: 2,
      body: '\nA text.\n',
      bodyLine: 5,
    });
  });

  test.each([
    '',
    'A text.\nMore.',
    ' ---\ntitle: Gulls\n---',
    '----\na\n----',
    'text\n---\na\n---',
  ])('of %j is nothing: all of it is text', (text) => {
    expect(split(text)).toEqual({ yaml: '', firstLine: 1, body: text, bodyLine: 1 });
  });

  test('may be empty', () => {
    expect(split('---\n---\nA text.')).toEqual({
      yaml: '',
      firstLine: 2,
      body: 'A text.',
      bodyLine: 3,
    });
  });

  test('may stand below blank lines, as Astro has it', () => {
    expect(split('\n  \n---\na: 1\n---\nA text.')).toEqual({
      yaml: 'a: 1',
      firstLine: 4,
      body: 'A text.',
      bodyLine: 6,
    });
  });

  test('ends at the first line that is nothing but “---”', () => {
    expect(split('---  \na: 1\n --- \n--- x\n---\t\nA text.\n---\nMore.')).toEqual({
      yaml: 'a: 1\n --- \n--- x',
      firstLine: 2,
      body: 'A text.\n---\nMore.',
      bodyLine: 6,
    });
  });

  test.each([
    ['---\na: 1\ntext', 'a: 1\ntext', 2],
    ['---', '', 2],
    ['\n---\na: 1', 'a: 1', 3],
  ])('without an end is the whole of %j, and open', (text, yaml, firstLine) => {
    expect(split(text)).toMatchObject({ yaml, firstLine, body: '', isOpen: true });
  });
});
