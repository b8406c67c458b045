import { afterEach, expect, test, vi } from 'vitest';

import { eleventy } from '../../../../src/cli/bench/peers/eleventy.ts';
import { hugo } from '../../../../src/cli/bench/peers/hugo.ts';
import { readPeers } from '../../../../src/cli/bench/peers/peer.ts';
import { UsageError } from '../../../../src/cli/usage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('--against names generators in the order in which they run, each once', () => {
  expect(readPeers('eleventy, hugo,eleventy')).toEqual([eleventy, hugo]);
});

test('without --against nothing is compared', () => {
  expect(readPeers(undefined)).toEqual([]);
});

test.each(['jekyll', 'hugo,', '', 'constructor'])(
  'a name that is not known is refused: %j',
  (name) => {
    expect(() => readPeers(name)).toThrow(UsageError);
  },
);

test('where Hugo is missing, the error says how to have it', async () => {
  vi.stubEnv('PATH', '/nowhere');
  const installing = hugo.install('/nowhere', new AbortController().signal);
  await expect(installing).rejects.toThrow(UsageError);
  await expect(installing).rejects.toThrow('apt-get install hugo');
});
