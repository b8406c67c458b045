import type { RawDigest } from '../../src/digest/types.ts';
import type { FuzzCase } from './cases.ts';

/** True when a smaller case still shows the failure. */
type StillFails = (fuzzed: FuzzCase) => Promise<boolean>;

/** Makes a failing case small: fewer digests, then fewer lines, then fewer characters, as time allows. */
export async function minimise(
  fuzzed: FuzzCase,
  stillFails: StillFails,
  mostMilliseconds = 60_000,
): Promise<FuzzCase> {
  const end = performance.now() + mostMilliseconds;
  const reduce = async <T>(
    items: readonly T[],
    asDigests: (fewer: readonly T[]) => readonly RawDigest[],
  ): Promise<readonly RawDigest[]> => {
    let kept = items;
    for (const size of sizes(items.length))
      for (let start = 0; start < kept.length && performance.now() < end;) {
        const fewer = kept.toSpliced(start, size);
        if (await stillFails({ ...fuzzed, digests: asDigests(fewer) })) kept = fewer;
        else start += size;
      }
    return asDigests(kept);
  };

  let digests = await reduce(fuzzed.digests, (fewer) => fewer);
  for (const split of [splitLines, splitCharacters])
    for (const [index, digest] of digests.entries()) {
      const others = digests;
      digests = await reduce(split(digest.bytes), (pieces) =>
        others.with(index, { ...digest, bytes: Buffer.concat(pieces) }),
      );
    }
  return { ...fuzzed, digests };
}

/** How many items to leave out at once: a half, a quarter, and so on down to one. */
function sizes(length: number): readonly number[] {
  const size = Math.ceil(length / 2);
  return size <= 1 ? [1] : [size, ...sizes(size)];
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
  const isStart = (index: number): boolean => index === 0 || ((bytes[index] ?? 0) & 0xc0) !== 0x80;
  const starts = [...bytes.keys()].filter(isStart);
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
}
