import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { writeBelow } from '../../src/cli/files-below.ts';

test('writeBelow writes texts that come one after the other, and makes the folders on the way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  try {
    await writeBelow(folder, 'a/b.txt', ['Gülls\n', 'Tides\n'].values());
    expect(await readFile(join(folder, 'a/b.txt'), 'utf8')).toBe('Gülls\nTides\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
