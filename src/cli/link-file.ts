import { copyFileSync, linkSync, statSync, utimesSync } from 'node:fs';

/** Puts the same file at another place, which is free, or a copy of its age where that is on another disk. */
export function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    const { atime, mtime } = statSync(source);
    copyFileSync(source, target);
    utimesSync(target, atime, mtime);
  }
}
