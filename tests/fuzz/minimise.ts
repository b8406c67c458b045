import type { RawDigest } from '../../src/digest/types.ts';
import type { FuzzCase } from './cases.ts';

/** True when a smaller case still shows the failure. */
type StillFails = (fuzzed: FuzzCase) => Promise<boolean>;

/** Makes a failing case small: fewer digests, then fewer lines, then fewer characters. */
export async function minimise(
  fuzzed: FuzzCase,
  stillFails: StillFails,
  mostTries = 3000,
): Promise<FuzzCase> {
  let tries = 0;
  const fails = async (digests: readonly RawDigest[]): Promise<boolean> => {
    tries += 1;
    return tries <= mostTries && (await stillFails({ ...fuzzed, digests }));
  };
  let digests = await reduce(fuzzed.digests, fails);
  for (const split of [splitLines, splitCharacters])
    for (const [index, digest] of digests.entries()) {
      const withPieces = (pieces: readonly Uint8Array[]): readonly RawDigest[] =>
        digests.with(index, { ...digest, bytes: Buffer.concat(pieces) });
      const pieces = await reduce(split(digest.bytes), async (fewer) => fails(withPieces(fewer)));
      digests = withPieces(pieces);
    }
  return { ...fuzzed, digests };
}

/** Leaves out halves, then quarters, and so on, of the items as long as the failure stays. */
async function reduce<T>(
  items: readonly T[],
  fails: (fewer: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = items;
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let start = 0; start < kept.length;) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (await fails(fewer)) kept = fewer;
      else start += size;
    }
  return kept;
}

/** Lines with their ends. */
function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

/** Characters of UTF-8, or what begins like one. */
function splitCharacters(bytes: Uint8Array): readonly Uint8Array[] {
  const starts = [...bytes.keys()].filter((index) => ((bytes[index] ?? 0) & 0xc0) !== 0x80);
  return starts.map((start, index) => bytes.subarray(index === 0 ? 0 : start, starts[index + 1]));
}
