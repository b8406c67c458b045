import type { PaperId } from '../../../src/archive/types.ts';
import type {
  DescribedArchive,
  DescribedPaper,
} from '../../../src/publish/metadata/described-paper.ts';
import type { MetaTag } from '../../../src/publish/metadata/meta-tag.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { day } from '../../helpers.ts';

export const ARCHIVE: DescribedArchive = {
  title: 'Gulls Weekly',
  description: 'Papers about gulls.',
  language: 'en',
};
export const URLS = siteUrls('/archive', 'https://papers.example.org');
/** Without the address of the site. */
export const BARE_URLS = siteUrls('/archive', undefined);

/** A paper of which nothing but its title is known. */
export function described(more: Partial<DescribedPaper> = {}): DescribedPaper {
  return {
    id: 'a-study-of-gulls' as PaperId,
    title: 'A Study of Gulls',
    abstract: '',
    facts: {},
    firstSeen: day('2025-03-11'),
    ...more,
  };
}

/** Tags as `name: content`. */
export function tagLines(tags: readonly MetaTag[]): readonly string[] {
  return tags.map(({ name, property, content }) => `${name ?? property}: ${content}`);
}
