import type { Archive } from '../../archive/types.ts';
import type { ContentRepository } from '../repository-urls.ts';

/** What every page says of the archive. Nothing that a new digest changes: every page would change with it. */
export interface SiteData {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly offline: boolean;
  /** Where people subscribe to the mails of the archive: `mailto:` or `https:`. */
  readonly mailSubscription: string | undefined;
  readonly repository: ContentRepository | undefined;
  /** Without any date. */
  readonly isEmpty: boolean;
}

/** What pages say of the archive as a whole. */
export function siteData({ settings, dates }: Pick<Archive, 'settings' | 'dates'>): SiteData {
  const { title, description, language, offline, mail } = settings;
  const { address, branch, folder } = settings.repository;
  return {
    ...{ title, description, language, offline },
    mailSubscription: mail.subscribe,
    repository: address === undefined ? undefined : { address, branch, folder },
    isEmpty: dates.length === 0,
  };
}
