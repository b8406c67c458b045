import type { FuzzCase } from './cases.ts';
import { archive } from './oracles/archive.ts';
import { display } from './oracles/display.ts';
import { fixing } from './oracles/fixing.ts';
import { problems } from './oracles/problems.ts';
import { bodies, dateDocuments, json, titles } from './oracles/published.ts';
import { reading } from './oracles/reading.ts';
import { runCase, type Outcome } from './subject.ts';

/** What must hold of every outcome: the failures found, none for a sound one. */
type Oracle = (outcome: Outcome) => readonly string[];

export const ORACLES: Readonly<Record<string, Oracle>> = {
  reading,
  problems,
  fixing,
  archive,
  display,
  titles,
  bodies,
  'date documents': dateDocuments,
  'archive.json': json,
};

export const LONGEST_MILLISECONDS = 1000;

/** A thing that must not be. */
export interface Failure {
  readonly oracle: string;
  readonly detail: string;
}

/** What checking a case gave. */
export interface Verdict {
  readonly failure?: Failure;
  readonly milliseconds: number;
  /** The worst that was reported of its digests. */
  readonly report: 'error' | 'warning' | 'nothing';
}

/** Runs a case and asks every oracle about it, until one finds a failure. */
export async function check(fuzzed: FuzzCase): Promise<Verdict> {
  let outcome: Outcome;
  try {
    outcome = await runCase(fuzzed);
  } catch (error) {
    return { failure: thrown('no exception', error), milliseconds: 0, report: 'nothing' };
  }
  const { milliseconds } = outcome;
  const severities = new Set(outcome.archive.problems.map(({ severity }) => severity));
  const report = severities.has('error')
    ? 'error'
    : severities.has('warning')
      ? 'warning'
      : 'nothing';
  const failure = firstFailure(outcome);
  return { milliseconds, report, ...(failure && { failure }) };
}

function firstFailure(outcome: Outcome): Failure | undefined {
  if (outcome.milliseconds > LONGEST_MILLISECONDS)
    return { oracle: 'time', detail: `${outcome.milliseconds.toFixed()} ms` };
  for (const [oracle, find] of Object.entries(ORACLES)) {
    try {
      const [detail] = find(outcome);
      if (detail !== undefined) return { oracle, detail };
    } catch (error) {
      return thrown(oracle, error);
    }
  }
  return undefined;
}

function thrown(oracle: string, error: unknown): Failure {
  return {
    oracle,
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
