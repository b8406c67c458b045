import { readFileSync, statSync, utimesSync, type Stats } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from './files-below.ts';

/**
 * Gives the files of a site the times that the same files of an earlier one have, where their contents are the
 * same: programs that upload sites look at the time first.
 *
 * @param earlier the folder of the earlier site; there need be none.
 */
export function keepTimes(site: string, earlier: string): void {
  for (const name of filesBelow(site)) {
    const [file, before] = [join(site, name), join(earlier, name)];
    const [now, then] = [statSync(file), statSync(before, { throwIfNoEntry: false })];
    if (then === undefined || isSameFile(now, then) || now.size !== then.size) continue;
    if (readFileSync(file).equals(readFileSync(before))) utimesSync(file, then.atime, then.mtime);
  }
}

function isSameFile(one: Stats, other: Stats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}
