import type { SearchDocument } from './documents.ts';

/**
 * The least papers of a part, largest first. Twice two thousand become one part of four, and so on: with
 * 100,000 papers there are six parts or so, and a paper changes its part five times in all.
 */
const SIZES = [64_000, 32_000, 16_000, 8000, 4000, 2000] as const;
/** A part ends with a month, unless none has ended before it is so much larger. */
const MONTH_PATIENCE = 1.25;

/**
 * Cuts documents into runs of consecutive dates, the last of which is small. Where a run ends depends on the
 * documents in it and on the one that follows, so newer documents change nothing but the newest runs: as many
 * as make a larger size become one. No date is divided, and months only where they have to be, so that a digest
 * added late moves few ends.
 *
 * @param documents in the order of the dates they were first listed on.
 * @returns runs, oldest first; none when there are no documents.
 */
export function partition(
  documents: readonly SearchDocument[],
  sizes: readonly number[] = SIZES,
): readonly (readonly SearchDocument[])[] {
  const parts: (readonly SearchDocument[])[] = [];
  let start = 0;
  for (const size of sizes)
    for (;;) {
      const end = endOf(documents, start, size);
      if (end === undefined) break;
      parts.push(documents.slice(start, end));
      start = end;
    }
  return start < documents.length ? [...parts, documents.slice(start)] : parts;
}

/** Where a part of a size ends that starts here; nothing when it may still grow. */
function endOf(
  documents: readonly SearchDocument[],
  start: number,
  size: number,
): number | undefined {
  for (let end = start + size; end < documents.length; end += 1) {
    const papers = end - start;
    const [before, after] = [firstDate(documents[end - 1]), firstDate(documents[end])];
    const unit = papers < size * MONTH_PATIENCE ? MONTH : DAY;
    if (before.slice(0, unit) !== after.slice(0, unit)) return end;
  }
  return undefined;
}

/** How much of a date names its month, and its day. */
const [MONTH, DAY] = ['2025-03'.length, '2025-03-11'.length];

function firstDate(document: SearchDocument | undefined): string {
  return document?.dates[0] ?? '';
}
