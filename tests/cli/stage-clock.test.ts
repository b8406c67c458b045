import { expect, test } from 'vitest';

import { secondsSinceStart, StageClock } from '../../src/cli/stage-clock.ts';

test('a stage is noted from its beginning to its end', async () => {
  const clock = new StageClock();
  const before = secondsSinceStart();
  expect(await clock.time('pages', () => Promise.resolve('done'))).toBe('done');
  const [span] = clock.spans;
  expect(clock.spans).toHaveLength(1);
  expect(span?.name).toBe('pages');
  expect(span?.start).toBeGreaterThanOrEqual(before);
  expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? Infinity);
  expect(span?.end).toBeLessThanOrEqual(secondsSinceStart());
});

test('a stage that came twice ended when it ended last', () => {
  const clock = new StageClock();
  clock.begin('files')();
  clock.begin('search')();
  clock.begin('files')();
  expect(clock.spans.map(({ name }) => name)).toEqual(['files', 'search', 'files']);
  expect(clock.endOf('files')).toBe(clock.spans[2]?.end);
});

test('a stage that failed is not noted', async () => {
  const clock = new StageClock();
  const failing = clock.time('search', () => Promise.reject(new Error('no room')));
  await expect(failing).rejects.toThrow('no room');
  expect(clock.spans).toEqual([]);
});
