import type { Archive, DateIssue, Paper } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { count, number } from '../count.ts';
import { longDate, weekday } from '../dates.ts';
import type { DescribedArchive } from './described-paper.ts';
import { socialSvg, type Stroke } from './social-drawing.ts';
import { showable } from './typeset.ts';

export { SOCIAL_IMAGE_SIZE } from './social-drawing.ts';

/** An image that is shown with links to a page. */
export interface SocialImage {
  /** Its path below the folder of the site. */
  readonly file: string;
  /** What it shows. */
  readonly alt: string;
}

/** How many papers a date lists, and how many of them were new on it. */
export interface PaperCounts {
  readonly papers: number;
  readonly added: number;
}

/** The image of the archive. */
export function siteImage({ title, description }: DescribedArchive): SocialImage {
  return { file: 'social.png', alt: `${title}: ${description}` };
}

/** The file of the image of a date. */
export function dateImageFile(date: IsoDate): string {
  return `dates/${date}.png`;
}

/** The image of a date. */
export function dateImage(
  date: IsoDate,
  counts: PaperCounts,
  { title }: DescribedArchive,
): SocialImage {
  return {
    file: dateImageFile(date),
    alt: `${title}, ${weekday(date)}, ${longDate(date)}: ${summaryOf(counts)}`,
  };
}

/** The drawing of the archive as SVG: its name, how much it holds, a stroke for each paper. */
export function siteDrawing({ settings, papers, dates }: Archive): string {
  const summary = `${count(papers.length, 'paper')}, ${count(dates.length, 'date')}`;
  const title = showable(settings.title);
  return socialSvg({
    head: '',
    label: '',
    title: title === '' ? summary : title,
    summary: title === '' ? '' : summary,
    strokes: strokes(papers.map((paper) => ({ paper, isNew: true }))),
  });
}

/** Draws dates as SVG: each with how much it lists and a stroke for each paper. */
export function dateDrawings({ papers, settings }: Archive): (issue: DateIssue) => string {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const head = showable(settings.title);
  return ({ date, listings }) => {
    const listed = listings.map(({ id, firstSeen }) => ({
      paper: byId.get(id),
      isNew: firstSeen === date,
    }));
    const added = listed.filter(({ isNew }) => isNew).length;
    return socialSvg({
      head,
      label: weekday(date),
      title: longDate(date),
      summary: summaryOf({ papers: listings.length, added }),
      strokes: strokes(listed),
    });
  };
}

/** As high as abstracts are long, beside the longest of them; strong for new papers. */
function strokes(
  listed: readonly { readonly paper: Paper | undefined; readonly isNew: boolean }[],
): readonly Stroke[] {
  const lengths = listed.map(({ paper }) => paper?.versions[0]?.paragraphs.join('').length ?? 0);
  const most = lengths.reduce((longest, length) => Math.max(longest, length), 1);
  return listed.map(({ isNew }, index) => ({
    height: (lengths[index] ?? 0) / most,
    isStrong: isNew,
  }));
}

function summaryOf({ papers, added }: PaperCounts): string {
  const all = count(papers, 'paper');
  if (added === papers) return papers > 1 ? `${all}, all of them new` : all;
  return `${all}, ${added === 0 ? 'none' : number(added)} of them new`;
}
