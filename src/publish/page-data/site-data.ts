import type { RelatedArchive, RisingPeriod, TopicSlug } from '../../archive/relate/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import type { ContentRepository } from '../repository-urls.ts';

/** What every page knows of the archive. */
export interface SiteData {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly offline: boolean;
  /** Where people subscribe to the mails of the archive: `mailto:` or `https:`. */
  readonly mailSubscription: string | undefined;
  /** The newest date, if there is any. */
  readonly newest: IsoDate | undefined;
  readonly repository: ContentRepository | undefined;
  /** What has a colour on the map, and how many papers have that colour. */
  readonly areas: readonly { readonly slug: TopicSlug; readonly papers: number }[];
  /** Newest first. */
  readonly rising: readonly RisingPeriod[];
}

/** What pages say of the archive as a whole. */
export function siteData({ settings, dates, relations }: RelatedArchive): SiteData {
  const { title, description, language, offline, mail } = settings;
  const { address, branch, folder } = settings.repository;
  return {
    ...{ title, description, language, offline },
    mailSubscription: mail.subscribe,
    newest: dates.at(-1)?.date,
    repository: address === undefined ? undefined : { address, branch, folder },
    areas: relations.areas.map(({ slug, papers }) => ({ slug, papers: papers.length })),
    rising: relations.rising,
  };
}
