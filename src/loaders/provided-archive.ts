import type { ArchiveSource } from './archive-source.ts';

/** Where modules that are loaded apart find the archive. */
const PLACE = Symbol.for('offprint.archive');
type Shared = typeof globalThis & { [PLACE]?: ArchiveSource };

/**
 * Says what pages and collections are made from. Astro loads both as modules apart from those that start it;
 * in one process they share `globalThis` and nothing else.
 */
export function provideArchive(source: ArchiveSource): void {
  (globalThis as Shared)[PLACE] = source;
}

/** What was provided; nothing where Astro was started alone, as for checking types. */
export function providedArchive(): ArchiveSource | undefined {
  return (globalThis as Shared)[PLACE];
}
