import { resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { contentFolder, keepsGoing } from '../../src/loaders/environment.ts';

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

describe('keepsGoing', () => {
  test.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['1', true],
  ])('with OFFPRINT_KEEP_GOING %j it is %j', (value, expected) => {
    vi.stubEnv('OFFPRINT_KEEP_GOING', value);
    expect(keepsGoing()).toBe(expected);
  });
});
