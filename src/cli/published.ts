import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

import type { Archive } from '../archive/types.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { vanishedAddresses } from '../publish/vanished.ts';
import type { Writing } from './content-writer.ts';
import { UsageError } from './usage.ts';

/** What has become of the addresses of a list. */
export interface PublishedCheck {
  readonly problems: readonly Problem[];
  /** Notes that would keep each vanished address answering. */
  readonly notes: readonly Writing[];
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
): Promise<PublishedCheck> {
  const lines = await readList(list);
  const file = relative(folder, resolve(list));
  const vanished = vanishedAddresses(
    lines.filter((line) => line !== ''),
    archive,
  );
  const problems = vanished.map(({ address }) => {
    const place = { file, line: lines.indexOf(address) + 1, column: 1 };
    return problem('address-vanished', place, { address });
  });
  return { problems, notes: vanished.flatMap((each) => noteFor(each) ?? []) };
}

async function readList(list: string): Promise<readonly string[]> {
  const text = await readFile(list, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${list} cannot be read: ${String(error)}`);
  });
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
function noteFor({
  address,
  successor,
}: {
  address: string;
  successor?: string;
}): Writing | undefined {
  const [, folder, name] = /^\/(papers|dates)\/([^/]+)\/$/.exec(address) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  const file = folder === 'papers' ? `notes/${name}.mdx` : `notes/dates/${name}.mdx`;
  const target = successor?.replace(/^\/papers\/|\/$/g, '');
  const fact = target === undefined ? `withdrawn: '${GONE}'` : `sameAs: ${target}`;
  return { file, text: `---\n${fact}\n---\n` };
}
