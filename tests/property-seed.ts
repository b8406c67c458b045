import { randomInt } from 'node:crypto';

const FIXED = 20250311;
const written = process.env['FUZZ_SEED'];

/**
 * Where chance starts in tests that try inputs at random: always the same, so that a run can be repeated,
 * unless `FUZZ_SEED` is a number or `random`. A test that fails prints the seed.
 */
export const propertySeed = written === 'random' ? randomInt(2 ** 31) : Number(written ?? FIXED);
