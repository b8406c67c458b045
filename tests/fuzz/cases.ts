import { defaultSettings, type Settings } from '../../src/archive/settings.ts';
import { between, oneOf, seededRandom, type Random } from '../../src/cli/bench/random.ts';
import type { RawDigest } from '../../src/digest/types.ts';
import { encode } from './bytes.ts';
import { mutate } from './mutations.ts';
import { cut, type Seeds } from './seeds.ts';
import { FILE_NAMES } from './tokens.ts';

/** A content folder to try: a few digests that belong together, and what `archive.yaml` says. */
export interface FuzzCase {
  readonly digests: readonly RawDigest[];
  readonly settings: Settings;
}

const MIRRORS = { 'mirror.example.net': 'example.org', 'arxiv.org': 'mirror.example.net' };
const MOST_MUTATIONS = 8;
/** Names that people use come first. */
const USUAL_NAMES = 5;

/** The case of this number: the same for the same seed and the same seeds to start from. */
export function fuzzCase(seeds: Seeds, seed: number, index: number): FuzzCase {
  const random = seededRandom(seed ^ Math.imul(index + 1, 0x9e3779b1));
  const count = random() < 0.6 ? 1 : between(random, 2, 4);
  const first = cut(seeds, random);
  const digests = Array.from({ length: count }, (_, position) => {
    // Digests of one archive share papers more often than not.
    const source = position === 0 || random() < 0.6 ? first : cut(seeds, random);
    const mutations = between(random, position === 0 ? 1 : 0, MOST_MUTATIONS);
    const text = mutate(source, mutations, random, () => cut(seeds, random));
    return { file: `digests/${fileName(position, random)}`, bytes: encode(text, random) };
  });
  const year = random() < 0.7 ? { year: 2025 } : {};
  const mirrors = random() < 0.5 ? MIRRORS : {};
  return { digests, settings: { ...defaultSettings, ...year, links: { mirrors } } };
}

function fileName(position: number, random: Random): string {
  const names = random() < 0.8 ? FILE_NAMES.slice(0, USUAL_NAMES) : FILE_NAMES;
  const name = oneOf(random, names);
  return position === 0 ? name : name.replace('.', `-${String(position)}.`);
}
