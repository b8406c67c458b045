import { expect, test, vi } from 'vitest';

import type { ArchiveSource } from '../../src/loaders/archive-source.ts';
import { provideArchive, providedArchive } from '../../src/loaders/provided-archive.ts';

const source: ArchiveSource = () => Promise.reject(new Error('Nobody asks.'));

test('there is no archive until one is provided', () => {
  expect(providedArchive()).toBeUndefined();
  provideArchive(source);
  expect(providedArchive()).toBe(source);
});

test('modules that are loaded apart find the same archive', async () => {
  provideArchive(source);
  vi.resetModules();
  const apart = await import('../../src/loaders/provided-archive.ts');
  expect(apart.providedArchive).not.toBe(providedArchive);
  expect(apart.providedArchive()).toBe(source);
});
