import { now } from '../../../clock.ts';
import { create, elementWithId } from '../../../dom.ts';
import { shownTitle } from '../../saved-paper.ts';
import { paperIdIn } from '../../shown-papers.ts';
import type { ListPage } from '../list-page.ts';
import { paperOnPage, someAtATime } from '../paper-pages.ts';
import { revocable, undoOf } from '../revocable.ts';
import { lookUpOf } from './look-up.ts';
import { mergeInto } from './merge-into.ts';
import { readFile, type FoundReference } from './read-file.ts';
import { importReport } from './report.ts';

/** More than any list takes. */
const MOST_BYTES = 20_000_000;
/** So many pages are read before what they brought is shown. */
const AT_ONCE = 24;

/** Reads a file into the list, and says what came of each entry. */
export async function importList(page: ListPage, file: File): Promise<void> {
  const read = file.size > MOST_BYTES ? undefined : readFile(await file.text(), now());
  if (read === undefined) {
    show([`“${shownTitle(file.name)}” is no reading list, and no file of references either.`]);
    return;
  }
  const { list, notify } = page;
  const change = revocable(list);
  const merge = mergeInto(list, change);
  const { known, asked, beyond } = lookUpOf(read.found, (reference) => isOurs(page, reference));
  merge.add(known);
  const elsewhere = await lookUp(page, [...asked.values()], merge.add);
  show(
    importReport({
      ...merge.counts(),
      unreadable: read.unreadable,
      left: read.left,
      trouble: list.trouble(),
      foreign: [...read.foreign, ...elsewhere.map(({ paper }) => paper.title)],
      beyond: beyond.map(({ paper }) => paper.title),
    }),
  );
  notify('The file is imported.', undoOf(change, notify));
}

/** Whether a reference has the address of a paper of this archive, or is from a list of our own. */
function isOurs({ base }: ListPage, { address }: FoundReference): boolean {
  if (address === undefined) return true;
  const { site = location.origin } = elementWithId('list', HTMLElement).dataset;
  const origins = [location.origin, new URL(site, location.origin).origin];
  return origins.includes(address.origin) && paperIdIn(address.pathname, base) !== undefined;
}

/**
 * Asks for the pages of references from another host: they may be of this archive, which has moved.
 *
 * @param asked the references of one paper each.
 * @returns those whose page is not here.
 */
async function lookUp(
  { urls }: ListPage,
  asked: readonly (readonly FoundReference[])[],
  add: (references: readonly FoundReference[]) => void,
): Promise<readonly FoundReference[]> {
  const elsewhere = new Set(asked);
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const part = asked.slice(start, start + AT_ONCE);
    await someAtATime(part, async (references) => {
      const id = references[0]?.paper.id;
      if (id !== undefined && (await paperOnPage(urls, id)) !== undefined)
        elsewhere.delete(references);
    });
    add(part.filter((references) => !elsewhere.has(references)).flat());
  }
  return [...elsewhere].flat();
}

function show(lines: readonly string[]): void {
  elementWithId('import-report', HTMLElement).replaceChildren(
    ...lines.map((line) => create('li', {}, line)),
  );
}
