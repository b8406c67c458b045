import type { Archive } from '../../archive/types.ts';
import { count } from '../count.ts';
import { longDate } from '../dates.ts';
import { heading, linkTo, list, paragraph } from '../markdown-nodes.ts';
import { stringify } from '../markdown.ts';
import type { SitePath, SiteUrls } from '../site-urls.ts';
import { ANY_DATE, DATA_FILES } from './data-files.ts';
import { dateFile } from './date-markdown.ts';

/** So many dates are listed; the others are in `archive.json`. */
const NEWEST_DATES = 30;

/**
 * The text of `llms.txt` (https://llmstxt.org): the name of the archive, what it is, and where its files
 * are. “Optional” is what a reader in a hurry may leave out.
 */
export function llmsText({ settings, papers, dates }: Archive, urls: SiteUrls): string {
  const link = (
    text: string,
    path: SitePath,
    note: string,
  ): readonly [ReturnType<typeof paragraph>] => [
    paragraph(linkTo(urls.whole(path), text), `: ${note}`),
  ];
  const files = DATA_FILES.flatMap((group) => group.files).filter(
    ({ name }) => !name.includes(ANY_DATE) && name !== 'llms.txt',
  );
  const newest = dates
    .toReversed()
    .slice(0, NEWEST_DATES)
    .map(({ date, listings }) =>
      link(longDate(date), urls.file(dateFile(date)), count(listings.length, 'paper')),
    );
  return stringify([
    heading(1, settings.title),
    { type: 'blockquote', children: [paragraph(settings.description)] },
    paragraph(
      `${count(papers.length, 'paper')} of ${count(dates.length, 'date')}. Every date is a Markdown document with whole abstracts at ` +
        `${urls.whole(urls.file('dates/'))}YYYY-MM-DD.md, every paper a page at ${urls.whole(urls.file('papers/'))}ID/. ` +
        'Authors, years and identifiers are given only where somebody stated them.',
    ),
    ...(newest.length === 0 ? [] : [heading(2, 'Newest dates'), list(newest)]),
    heading(2, 'Data'),
    list(
      files.map(({ name, format, holds }) => link(name, urls.file(name), `${format}. ${holds}`)),
    ),
    heading(2, 'Optional'),
    list([
      link('Data', urls.data(), 'formats, fields, and how the files may be used'),
      link('Dates', urls.dates(), 'all dates as a calendar'),
      link('Topics', urls.topics(), 'what the papers are about'),
      link('About', urls.about(), 'where the archive comes from'),
    ]),
  ]);
}
