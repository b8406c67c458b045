import type { RawArchive } from '../archive/compile.ts';
import type { Archive } from '../archive/types.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import { permalinks } from '../publish/permalinks.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { vanishedAddresses } from '../publish/vanished.ts';

/** An error for every address of one archive that another would no longer answer, at the digest it came from. */
export function checkBase(before: Archive, after: Archive): readonly Problem[] {
  const urls = siteUrls('/', undefined);
  const sources = new Map<string, { file: string; line: number }>();
  for (const { date } of before.formerDates)
    sources.set(urls.date(date), { file: `notes/dates/${date}.mdx`, line: 1 });
  for (const { id } of before.formerPapers)
    sources.set(urls.paper(id), { file: `notes/${id}.mdx`, line: 1 });
  for (const { date, digests } of before.dates)
    sources.set(urls.date(date), { file: digests[0]?.file ?? '', line: 1 });
  for (const { id, appearances } of before.papers) {
    const [first] = appearances;
    sources.set(urls.paper(id), { file: first?.file ?? '', line: first?.line ?? 1 });
  }
  return vanishedAddresses(permalinks(before), after).map(({ address }) => {
    const { file = '', line = 1 } = sources.get(address) ?? {};
    return problem('address-vanished', { file, line, column: 1 }, { address });
  });
}

/**
 * The files that are not the same in two content folders, by their paths in them; those that cannot be read
 * are taken for changed.
 */
export function changedFiles(before: RawArchive, after: RawArchive): ReadonlySet<string> {
  const files = (raw: RawArchive): ReadonlyMap<string, Uint8Array> =>
    new Map([...raw.digests, ...raw.notes].map(({ file, bytes }) => [file, bytes]));
  const [old, current] = [files(before), files(after)];
  const isSame = (file: string): boolean => {
    const [a, b] = [old.get(file), current.get(file)];
    return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
  };
  const unread = [...after.problems.map(({ file }) => file), 'archive.yaml', 'about.mdx'];
  const all = new Set([...old.keys(), ...current.keys(), ...unread]);
  return new Set([...all].filter((file) => !isSame(file)));
}
