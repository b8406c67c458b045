import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { asPaperId } from '../archive/identity.ts';
import type { Archive } from '../archive/types.ts';
import { parseIsoDate } from '../digest/dates.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { type Vanished, vanishedAddresses } from '../publish/vanished.ts';
import type { Writing } from './content-writer.ts';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage.ts';

/** An address of a list that would no longer answer. */
export interface VanishedLine {
  readonly problem: Problem;
  /** A note that would keep it answering, where one can be written. */
  readonly note?: Writing;
}

/**
 * Checks that every address of a list of published ones would still answer.
 *
 * @param list a `permalinks.txt`: an address on each line, below the base of the site.
 * @param folder the content folder.
 * @throws UsageError when the list cannot be read or is no list of addresses.
 */
export async function checkPublished(
  list: string,
  archive: Archive,
  folder: string,
): Promise<readonly VanishedLine[]> {
  const lines = await readList(list);
  const file = relative(folder, resolve(list)).replaceAll('\\', '/');
  const addresses = new Set(lines.filter((line) => line !== ''));
  return vanishedAddresses([...addresses], archive).map((vanished) => {
    const { address } = vanished;
    const place = { file, line: lines.indexOf(address) + 1, column: 1 };
    const note = noteFor(vanished);
    // One that is there already says something else, which only its author can correct.
    const isFree = note !== undefined && !existsSync(join(folder, note.file));
    return { problem: problem('address-vanished', place, { address }), ...(isFree && { note }) };
  });
}

async function readList(list: string): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await readInputFile(list));
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const stray = lines.find((line) => line !== '' && !/^\/[\w./~-]*$/.test(line));
  if (stray !== undefined || lines.every((line) => line === ''))
    throw new UsageError(
      `${list} is no list of addresses: each line has to be one such as /papers/a-study-of-gulls/. ` +
        'A build writes it as permalinks.txt.',
    );
  return lines;
}

const GONE = 'No longer in the archive: the digests that listed it were removed or corrected.';

/** A note that keeps an address of a paper or a date answering; other addresses are the site's own. */
function noteFor({ address, successor }: Vanished): Writing | undefined {
  const [, folder, name = ''] = /^\/(papers|dates)\/([^/]+)\/$/.exec(address) ?? [];
  const isKnown = folder === 'papers' ? asPaperId(name) : folder && parseIsoDate(name);
  if (!isKnown) return undefined;
  const file = folder === 'papers' ? `notes/${name}.mdx` : `notes/dates/${name}.mdx`;
  const target = successor?.replace(/^\/papers\/|\/$/g, '');
  const fact = target === undefined ? `withdrawn: '${GONE}'` : `sameAs: ${target}`;
  return { file, text: `---\n${fact}\n---\n` };
}
