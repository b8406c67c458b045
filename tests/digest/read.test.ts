import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { limits } from '../../src/digest/limits.ts';
import { readDigest } from '../../src/digest/read.ts';
import type { Digest } from '../../src/digest/types.ts';
import { abstractOn, blocks, codes, raw, read, textsOf } from '../helpers.ts';

const FIXTURES = new URL('../fixtures/digests/', import.meta.url);

function fixtures(folder: 'valid' | 'invalid', extension: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, FIXTURES))
    .filter((name) => name.endsWith(extension))
    .map((name) => basename(name, extension));
}

function readFixture(folder: 'valid' | 'invalid', name: string): Digest {
  const bytes = readFileSync(new URL(`${folder}/${name}.txt`, FIXTURES));
  return readDigest(raw(bytes, `digests/${name}.txt`));
}

describe.each(['valid', 'invalid'] as const)('the %s digests', (folder) => {
  test.each(fixtures(folder, '.txt'))('%s reads as recorded', async (name) => {
    const { date, entries, tally, problems } = readFixture(folder, name);
    const recorded = `${JSON.stringify({ date, entries, tally, problems }, null, 2)}\n`;
    const result = fileURLToPath(new URL(`${folder}/${name}.json`, FIXTURES));
    await expect(recorded).toMatchFileSnapshot(result);
  });

  test('every recorded result belongs to a digest', () => {
    expect(fixtures(folder, '.json')).toEqual(fixtures(folder, '.txt'));
  });

  test.each(fixtures(folder, '.txt'))('%s loses no block', (name) => {
    const { tally, entries } = readFixture(folder, name);
    const { blocks, pageText, titles, abstracts, leftOut } = tally;
    expect(pageText + titles + abstracts + leftOut).toBe(blocks);
    expect(entries).toHaveLength(titles);
    expect(entries.flatMap((entry) => entry.abstract)).toHaveLength(abstracts);
  });
});

test.each(fixtures('valid', '.txt'))('%s is published without an error', (name) => {
  const { date, problems } = readFixture('valid', name);
  expect(date).toBe('2025-03-11');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(fixtures('invalid', '.txt'))('%s has an error or nothing to publish', (name) => {
  const { date, entries, problems } = readFixture('invalid', name);
  expect(problems).not.toEqual([]);
  const hasError = problems.some(({ severity }) => severity === 'error');
  expect(hasError || (date === undefined && entries.length === 0)).toBe(true);
});

test('every way of writing line ends reads the same', () => {
  const expected = readFixture('valid', '2025-lone-cr').entries;
  expect(expected).toHaveLength(1);
  for (const name of ['2025-bom-and-crlf', '2025-line-separators'])
    expect(readFixture('valid', name).entries).toEqual(expected);
});

describe('readDigest', () => {
  const A = abstractOn('jars');

  test('leaves out every paper of a digest without a date, and counts them', () => {
    const digest = read(blocks('new', 'Subscribe', 'Jars', A), 'digests/jars.txt');
    expect(digest.date).toBeUndefined();
    expect(digest.entries).toEqual([]);
    expect(digest.tally).toEqual({ blocks: 4, pageText: 2, titles: 0, abstracts: 0, leftOut: 2 });
    expect(codes(digest.problems)).toEqual(['date-missing']);
  });

  test('takes the default year only where the digest states none', () => {
    const text = blocks('Mar 11', 'Jars', A);
    expect(readDigest(raw(text, 'digests/jars.txt'), 2031).date).toBe('2031-03-11');
    expect(readDigest(raw(text, 'digests/2025-jars.txt'), 2031).date).toBe('2025-03-11');
  });

  test('reports what decoding, the date and the papers have to say', () => {
    const text = blocks('Mar 11', 'Ja\u00adrs', A, 'Shelves');
    expect(codes(read(text, 'digests/2025-03-12.txt').problems)).toEqual([
      'characters-removed',
      'date-disagrees',
      'title-without-abstract',
    ]);
  });

  test('leaves out, counts and reports the blocks beyond the limit', () => {
    const many = 'Jar\n\n'.repeat(limits.blocks);
    const digest = read(`Mar 11\n\n${many}`);
    expect(digest.tally.blocks).toBe(limits.blocks + 1);
    const { pageText, titles, abstracts, leftOut } = digest.tally;
    expect(pageText + titles + abstracts + leftOut).toBe(limits.blocks + 1);
    expect(digest.problems).toContainEqual(
      expect.objectContaining({
        code: 'too-many-blocks',
        severity: 'error',
        line: 2 * limits.blocks + 1,
      }),
    );
    expect(codes(read('Jar\n\n'.repeat(limits.blocks)).problems)).not.toContain('too-many-blocks');
  });

  test('an invisible character splits no word and starts no block', () => {
    const digest = read(blocks('\u200bMar 11', 'Ja\u200brs\u200b', `${A}\n\u200b\nEnd of it.`));
    expect(textsOf(digest)).toEqual([['Jars', A, 'End of it.']]);
  });
});
