import { resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { contentFolder, repositoryAddress } from '../../src/loaders/environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('contentFolder', () => {
  test('is content in the project unless OFFPRINT_CONTENT names another', () => {
    vi.stubEnv('OFFPRINT_CONTENT', undefined);
    expect(contentFolder()).toBe(resolve('content'));
    vi.stubEnv('OFFPRINT_CONTENT', 'elsewhere');
    expect(contentFolder()).toBe(resolve('elsewhere'));
  });
});

describe('repositoryAddress', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['https://github.com/keeper/gulls', 'https://github.com/keeper/gulls'],
  ])('with REPOSITORY_URL %j it is %j', (value, expected) => {
    vi.stubEnv('REPOSITORY_URL', value);
    expect(repositoryAddress()).toBe(expected);
  });
});
