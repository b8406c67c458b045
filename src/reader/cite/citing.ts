/** What the controls of citations do. */

import { citationOf } from '../../publish/citations/citation.ts';
import { citationFormat, type CitationFormat } from '../../publish/citations/formats.ts';
import { count } from '../../publish/count.ts';
import { siteUrls } from '../../publish/site-urls.ts';
import { download as handOut } from '../download.ts';
import { unreadWarning, withMissingFacts } from '../list/page/missing-facts.ts';
import type { ShownPaper } from '../list/saved-paper.ts';
import { paperAt } from '../list/shown-papers.ts';
import type { Notify } from '../notice.ts';
import { archiveOfPage } from './archive-of-page.ts';

/** The controls, and the page they are on. */
export interface Citing {
  readonly base: string;
  readonly notify: Notify;
  readonly controls: HTMLElement;
  /** The key of the chosen format. */
  readonly format: string;
}

/** Shows the citation in the chosen format, where the page has a place for it. */
export async function show(citing: Citing): Promise<void> {
  const place = document.querySelector('.citation');
  if (place !== null) place.textContent = (await written(citing)).text.trimEnd();
}

/** Copies the citations; where the browser does not allow it, says what else there is. */
export async function copy(citing: Citing): Promise<void> {
  const { text, papers, unread } = await written(citing);
  try {
    await navigator.clipboard.writeText(text);
    citing.notify(`${count(papers, 'citation')} copied.${unreadWarning(unread)}`);
  } catch {
    citing.notify('The browser did not allow to copy: press “Copy” once more, or download.');
  }
}

/** Hands the citations out as a file. */
export async function download(citing: Citing): Promise<void> {
  const { text, papers, unread, format } = await written(citing);
  const { name = 'citations' } = citing.controls.dataset;
  handOut(`${name}.${format.ending}`, format.mediaType, text);
  citing.notify(`${count(papers, 'citation')} downloaded.${unreadWarning(unread)}`);
}

/** What has been read for a citation is not read again for the next format. */
let complete: ReturnType<typeof withMissingFacts<ShownPaper>> | undefined;

async function written({ base, notify, controls, format: key }: Citing): Promise<{
  readonly text: string;
  readonly papers: number;
  readonly unread: number;
  readonly format: CitationFormat;
}> {
  const format = citationFormat(key);
  if (format === undefined) throw new RangeError(`No format is called ${key}`);
  const shown = papersOfPage(base);
  if (shown.some(({ firstSeen }) => firstSeen === undefined))
    notify('Reading the pages of the papers …');
  complete ??= withMissingFacts(shown, siteUrls(base, undefined));
  const { papers, unread } = await complete;
  if (unread > 0) complete = undefined;
  const archive = archiveOfPage(controls, base);
  const text = format.write(papers.map((paper) => citationOf(paper, archive)));
  return { text, papers: papers.length, unread, format };
}

/** The paper of a paper's own page, else every paper that the page lists, in its order. */
function papersOfPage(base: string): readonly ShownPaper[] {
  const own = document.querySelectorAll('main .marks[data-paper]');
  const places =
    own.length > 0 ? own : document.querySelectorAll('main .papers > li, main .title-list > li');
  return Array.from(places).flatMap((place) => paperAt(place, base) ?? []);
}
