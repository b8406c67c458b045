import { resolve } from 'node:path';

/** The content folder: `OFFPRINT_CONTENT`, or `content` in the project. */
export function contentFolder(): string {
  return resolve(process.env['OFFPRINT_CONTENT'] ?? 'content');
}

/** True when a build publishes what is sound and leaves errors out; set by `build --keep-going`. */
export function keepsGoing(): boolean {
  return process.env['OFFPRINT_KEEP_GOING'] === '1';
}
