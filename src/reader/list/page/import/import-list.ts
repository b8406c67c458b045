import { count } from '../../../../publish/count.ts';
import { now } from '../../../clock.ts';
import { create, elementWithId } from '../../../dom.ts';
import type { ListPage } from '../list-page.ts';
import { mergedPaper } from '../merge.ts';
import { paperOnPage } from '../paper-pages.ts';
import { storedText, type SavedPaper } from '../../saved-paper.ts';
import { paperIdIn } from '../../shown-papers.ts';
import { readFile, type FoundReference } from './read-file.ts';

/** More than any list takes. */
const MOST_BYTES = 20_000_000;

/** Reads a file into the list, and says what came of each entry. */
export async function importList(page: ListPage, file: File): Promise<void> {
  const read = file.size > MOST_BYTES ? undefined : readFile(await file.text(), now());
  if (read === undefined) {
    report([`“${file.name}” is no reading list, and no BibTeX or RIS either.`]);
    return;
  }
  const foreign = [...read.foreign];
  const papers: SavedPaper[] = [];
  for (const reference of read.found) {
    if (await isHere(page, reference)) papers.push(asListed(page, reference));
    else foreign.push(reference.paper.title);
  }
  const { added, changed, undo } = mergeInto(page, papers);
  const known = new Set(papers.map(({ id }) => id)).size - added - changed;
  report([
    `${count(added, 'paper')} added, ${String(changed)} changed, ${String(known)} as before.`,
    ...(read.unreadable > 0 ? [`${count(read.unreadable, 'paper')} could not be read.`] : []),
    ...foreign.map((title) => `Without an address of this archive, so not recognised: “${title}”`),
  ]);
  page.notify('The file is imported.', undo);
}

/** Whether a reference leads to a paper of this archive: one of another host only if the same page is here. */
async function isHere(
  { base, urls }: ListPage,
  { paper, address }: FoundReference,
): Promise<boolean> {
  if (address === undefined) return true;
  const { site = location.origin } = elementWithId('list', HTMLElement).dataset;
  const origins = [location.origin, new URL(site, location.origin).origin];
  if (origins.includes(address.origin) && paperIdIn(address.pathname, base) !== undefined)
    return true;
  return (await paperOnPage(urls.paper(paper.id))) !== undefined;
}

/** A reference does not say when a paper was saved: one that is on the list was so when it was. */
function asListed({ list }: ListPage, { paper, address }: FoundReference): SavedPaper {
  const there = address === undefined ? undefined : list.get(paper.id);
  return there === undefined ? paper : { ...paper, saved: there.saved, title: there.title };
}

/** Merges papers into the list at once; `undo` puts back what was there. */
function mergeInto(
  { list }: ListPage,
  papers: readonly SavedPaper[],
): { readonly added: number; readonly changed: number; readonly undo: () => void } {
  const merged = new Map<string, SavedPaper>();
  for (const paper of papers) {
    const there = merged.get(paper.id) ?? list.get(paper.id);
    merged.set(paper.id, there === undefined ? paper : mergedPaper(there, paper));
  }
  const before = [...merged.keys()].map((id) => ({ id, paper: list.get(id) }));
  const isSame = (one: SavedPaper, other: SavedPaper): boolean =>
    storedText(one) === storedText(other);
  const news = [...merged.values()].filter((paper) => {
    const there = list.get(paper.id);
    return there === undefined || !isSame(mergedPaper(there, there), paper);
  });
  list.put(...news);
  const added = before.filter(({ paper }) => paper === undefined).length;
  return {
    added,
    changed: news.length - added,
    undo: () => {
      list.put(...before.flatMap(({ paper }) => paper ?? []));
      for (const { id, paper } of before) if (paper === undefined) list.remove(id);
    },
  };
}

function report(lines: readonly string[]): void {
  elementWithId('import-report', HTMLElement).replaceChildren(
    ...lines.map((line) => create('li', {}, line)),
  );
}
