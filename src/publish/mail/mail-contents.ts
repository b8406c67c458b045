import type { Archive, Paper } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import type { SiteUrls } from '../site-urls.ts';

/** A paper that is listed for the first time. */
export interface NewPaper {
  readonly paper: Paper;
  readonly address: string;
}

/** A paper that earlier dates list, too. */
export interface RepeatedPaper extends NewPaper {
  readonly firstSeen: IsoDate;
}

/** What the mail of a date is made of. Every address has scheme and host. */
export interface MailContents {
  /** What the archive is called. */
  readonly archiveTitle: string;
  readonly language: string;
  readonly date: IsoDate;
  /** In the order of the date's page. */
  readonly newPapers: readonly NewPaper[];
  /** In the order of the date's page; nothing where they are not wanted. */
  readonly repeatedPapers: readonly RepeatedPaper[];
  readonly addresses: {
    readonly date: string;
    readonly home: string;
    readonly subscribe: string;
    /** Where a reader leaves the list, if it is known. */
    readonly unsubscribe: string | undefined;
  };
}

/**
 * Gathers what the mail of a date says.
 *
 * @returns nothing when the archive has no such date, or when `urls` does not know where the site is.
 */
export function mailContents(
  archive: Archive,
  date: IsoDate,
  urls: SiteUrls,
  { isNewOnly = false }: { readonly isNewOnly?: boolean } = {},
): MailContents | undefined {
  const issue = archive.dates.find((each) => each.date === date);
  if (issue === undefined || !urls.isPlaced) return undefined;
  const papers = new Map(archive.papers.map((paper) => [paper.id, paper]));
  const listed = issue.listings.flatMap(({ id, firstSeen }) => {
    const paper = papers.get(id);
    return paper === undefined ? [] : [{ paper, firstSeen, address: urls.whole(urls.paper(id)) }];
  });
  return {
    archiveTitle: archive.settings.title,
    language: archive.settings.language,
    date,
    newPapers: listed.filter(({ firstSeen }) => firstSeen === date),
    repeatedPapers: isNewOnly ? [] : listed.filter(({ firstSeen }) => firstSeen !== date),
    addresses: {
      date: urls.whole(urls.date(date)),
      home: urls.whole(urls.home()),
      subscribe: urls.whole(urls.subscribe()),
      unsubscribe: archive.settings.mail.unsubscribe,
    },
  };
}
