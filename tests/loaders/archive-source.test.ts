import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { relateArchive } from '../../src/archive/relate/relate.ts';
import { giveUp, handedOver, handOver } from '../../src/loaders/archive-source.ts';
import { archiveOf, digestOf } from '../helpers.ts';

const archive = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Jars') });
const { relations } = relateArchive(archive);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what a build hands over is what pages are made from', async () => {
  await handOver(folder, 'archive', archive);
  await handOver(folder, 'relations', relations);
  const source = handedOver(folder);
  expect(await source.archive()).toEqual(archive);
  expect(await source.relations()).toEqual(relations);
});

test('what is not there yet is waited for', async () => {
  const waiting = handedOver(folder).relations();
  await handOver(folder, 'relations', relations);
  expect(await waiting).toEqual(relations);
});

test('whoever waits for what will not come is told', async () => {
  const waiting = handedOver(folder).relations();
  await giveUp(folder);
  await expect(waiting).rejects.toThrow();
});
