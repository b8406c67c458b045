import { isDeepStrictEqual } from 'node:util';

import { fixDigest } from '../../../src/digest/fix.ts';
import { readDigest } from '../../../src/digest/read.ts';
import type { Digest, RawDigest } from '../../../src/digest/types.ts';
import { bytesOf, textsOf } from '../../helpers.ts';
import type { Outcome } from '../subject.ts';
import { unclean } from './clean.ts';

/** Mending a digest changes nothing of what it publishes, and once is enough. */
export function fixing({ digests, read, fixed, settings: { year } }: Outcome): readonly string[] {
  return read.flatMap((digest, index) => {
    const [raw, mended] = [digests[index], fixed[index]];
    if (raw === undefined || mended === undefined) return [];
    const asFile: RawDigest = { file: mended.file, bytes: bytesOf(mended.text) };
    const again = readDigest(asFile, year);
    const failures = mended.text.split('\n').flatMap((line) => unclean(line) ?? []);
    if (digest.date !== undefined && !publishesTheSame(digest, again))
      failures.push('mending changes what is published');
    if (!isDeepStrictEqual(fixDigest(asFile, year), mended)) failures.push('mending never ends');
    return failures.map((failure) => `${raw.file}: ${failure}`);
  });
}

function publishesTheSame(a: Digest, b: Digest): boolean {
  const factsOf = ({ entries }: Digest): unknown => entries.map(({ facts }) => facts);
  return (
    a.date === b.date &&
    isDeepStrictEqual(textsOf(a), textsOf(b)) &&
    isDeepStrictEqual(factsOf(a), factsOf(b))
  );
}
