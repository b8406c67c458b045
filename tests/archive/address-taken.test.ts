import { describe, expect, test, vi } from 'vitest';

import { archiveOf, digestOf } from '../helpers.ts';

/** Two titles with one hash are not known; here every title has the same one. */
vi.mock('node:crypto', () => ({
  createHash: () => ({ update: () => ({ digest: () => '0'.repeat(64) }) }),
}));

describe('an address that two titles get', () => {
  test.each([
    ['2025-03-11.txt', '2025-03-12.txt'],
    ['2025-03-12.txt', '2025-03-11.txt'],
  ])('leaves out the same one of the two, whichever comes first: %s and %s', (first, second) => {
    const { papers, problems } = archiveOf({
      [first]: digestOf('C++', 'Gulls'),
      [second]: digestOf('C#'),
    });
    expect(papers.map(({ title }) => title)).toEqual(['C#', 'Gulls']);
    expect(problems).toMatchObject([
      { code: 'address-taken', severity: 'error', file: `digests/${first}`, line: 1, column: 1 },
    ]);
    expect(problems[0]?.message).toContain('“C++” gets the same address as “C#”');
  });

  test('is reported at each listing of the one left out', () => {
    const { problems } = archiveOf({
      '2025-03-11.txt': digestOf('C++', 'C#'),
      '2025-03-12.txt': digestOf('C++'),
    });
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['digests/2025-03-11.txt', 1, 'address-taken'],
      ['digests/2025-03-12.txt', 1, 'address-taken'],
    ]);
  });
});
