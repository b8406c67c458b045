import { copyFileSync, linkSync, rmSync, statSync, utimesSync } from 'node:fs';

/** Puts the same file at another place, or a copy of its age where that is on another disk. */
export function linkFile(source: string, target: string): void {
  rmSync(target, { force: true });
  try {
    linkSync(source, target);
  } catch {
    const { atime, mtime } = statSync(source);
    copyFileSync(source, target);
    utimesSync(target, atime, mtime);
  }
}
