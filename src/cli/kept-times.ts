import { readFileSync, rmSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from './files-below.ts';
import { linkFile } from './link-file.ts';

/**
 * Puts the files of an earlier site in the place of those that have the same contents, so that they keep their
 * times: programs that upload sites look at these first.
 *
 * @param earlier the folder of the earlier site; there need be none.
 */
export function keepTimes(site: string, earlier: string): void {
  for (const name of filesBelow(site)) {
    const [file, before] = [join(site, name), join(earlier, name)];
    const [now, then] = [statSync(file), statSync(before, { throwIfNoEntry: false })];
    if (then === undefined || isSameFile(now, then) || now.size !== then.size) continue;
    if (!readFileSync(file).equals(readFileSync(before))) continue;
    rmSync(file);
    linkFile(before, file);
  }
}

function isSameFile(one: Stats, other: Stats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}
