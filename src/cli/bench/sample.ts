import { UsageError } from '../usage.ts';

const MOST_SAMPLES = 100_000;

/**
 * Reads the option `--sample`: how many of something are tried.
 *
 * @param example a number that makes sense, for the message.
 * @throws UsageError when it is no whole number from 1 to 100,000.
 */
export function readSample(text: string, example: number): number {
  const sample = /^\d+$/.test(text) ? Number(text) : 0;
  if (sample < 1 || sample > MOST_SAMPLES)
    throw new UsageError(
      `--sample takes a whole number from 1, as in ${String(example)}; not “${text}”.`,
    );
  return sample;
}
