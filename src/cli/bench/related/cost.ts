import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

import type { BenchDocument } from '../search/subject.ts';
import type { SUBJECTS } from './subject.ts';
import { writeCorpus } from './write-collection.ts';

/** What it takes to find the neighbours of every paper. */
export interface RelatingCost {
  readonly seconds: number;
  /** Peak of the process, in MB: Node and the texts are part of it. */
  readonly megabytes: number;
}

const COST = z.object({ seconds: z.number(), megabytes: z.number() });
const PROGRAM = fileURLToPath(new URL('relate-all.ts', import.meta.url));

/** Measures in a process of its own, whose memory nothing else has used. */
export async function relatingCost(
  subject: keyof typeof SUBJECTS,
  documents: readonly BenchDocument[],
): Promise<RelatingCost> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-related-'));
  try {
    await writeCorpus(folder, documents);
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
      ...[PROGRAM, subject, folder],
    ]);
    return COST.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}
