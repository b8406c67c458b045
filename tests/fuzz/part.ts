import { fuzzCase, type FuzzCase } from './cases.ts';
import { check, type Failure, type Verdict } from './check.ts';
import { minimise } from './minimise.ts';
import type { Seeds } from './seeds.ts';

/** A share of a run: every `step`th case from `first` on, until `count` digests were tried. */
export interface Part {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** A failure, and the smallest case that was found to show it. */
export interface Finding extends Failure {
  readonly index: number;
  readonly fuzzed: FuzzCase;
}

/** What a part of a run gave; it ends at its first finding. */
export interface PartResult {
  readonly digests: number;
  readonly bytes: number;
  readonly slowest: { readonly index: number; readonly milliseconds: number };
  readonly reports: Readonly<Record<Verdict['report'], number>>;
  readonly finding?: Finding;
}

/** Makes the cases of a part, one after the other, and checks them. */
export async function runPart(seeds: Seeds, part: Part): Promise<PartResult> {
  const reports = { error: 0, warning: 0, nothing: 0 };
  let [digests, bytes] = [0, 0];
  let slowest = { index: 0, milliseconds: 0 };
  let finding: Finding | undefined;
  for (let index = part.first; digests < part.count && finding === undefined; index += part.step) {
    const fuzzed = fuzzCase(seeds, part.seed, index);
    const { failure, milliseconds, report } = await check(fuzzed);
    digests += fuzzed.digests.length;
    bytes += fuzzed.digests.reduce((sum, digest) => sum + digest.bytes.length, 0);
    reports[report] += 1;
    if (milliseconds > slowest.milliseconds) slowest = { index, milliseconds };
    if (failure && !(await isPause(fuzzed, failure)))
      finding = { ...(await smallest(fuzzed, failure)), index };
  }
  return { digests, bytes, slowest, reports, ...(finding && { finding }) };
}

/** A machine that has other things to do is no finding: what is slow is slow again. */
async function isPause(fuzzed: FuzzCase, { oracle }: Failure): Promise<boolean> {
  return oracle === 'time' && (await check(fuzzed)).failure?.oracle !== oracle;
}

async function smallest(
  fuzzed: FuzzCase,
  { oracle }: Failure,
): Promise<Failure & { fuzzed: FuzzCase }> {
  const small = await minimise(
    fuzzed,
    async (each) => (await check(each)).failure?.oracle === oracle,
  );
  const detail = (await check(small)).failure?.detail ?? 'It did not fail again.';
  return { oracle, detail, fuzzed: small };
}
