import { expect, test } from 'vitest';

import { relateArchive } from '../../src/archive/relate/relate.ts';
import type { Archive } from '../../src/archive/types.ts';
import { startRelating } from '../../src/cli/relate-thread.ts';
import { archiveOf, digestOf } from '../helpers.ts';

const archive = archiveOf({ '2025-03-11.txt': digestOf('Gulls', 'Jars', 'Tides') });

test('a thread relates an archive as the function does, and places every paper', async () => {
  const thread = startRelating(archive);
  expect(await thread.relations).toEqual(relateArchive(archive).relations);
  expect(await thread.places).toHaveLength(archive.papers.length);
  await thread.stop();
});

test('what fails in the thread fails outside of it', async () => {
  const thread = startRelating({ ...archive, papers: [undefined] } as unknown as Archive);
  await expect(thread.relations).rejects.toThrow(TypeError);
  await expect(thread.places).rejects.toThrow(TypeError);
});

test('a thread that is stopped gives nothing', async () => {
  const thread = startRelating(archive);
  await thread.stop();
  await expect(thread.places).rejects.toThrow('was stopped before it was done');
});
