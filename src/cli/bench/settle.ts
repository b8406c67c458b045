import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Has the system write out what it still holds back, so that the next program does not pay for the last. */
export async function settle(): Promise<void> {
  // Systems without this command decide for themselves.
  await promisify(execFile)('sync').catch(() => undefined);
}
