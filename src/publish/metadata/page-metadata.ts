import type { TopicSlug } from '../../archive/relate/types.ts';
import type { PaperId } from '../../archive/types.ts';
import type { IsoDate } from '../../digest/types.ts';
import { longDate } from '../dates.ts';
import type { DataFile } from '../dumps/data-files.ts';
import { excerpt } from '../excerpt.ts';
import type { SiteUrls } from '../site-urls.ts';
import type { DescribedArchive, DescribedPaper } from './described-paper.ts';
import { dublinCoreTags } from './dublin-core.ts';
import { highwireTags } from './highwire.ts';
import {
  collectionPage,
  dataset,
  document,
  scholarlyArticle,
  searchableWebSite,
  type JsonLd,
} from './json-ld.ts';
import type { MetaTag } from './meta-tag.ts';
import { dateImage, type SocialImage } from './social-image.ts';

/** What programs read on a page besides what every page says. */
export interface PageMetadata {
  /** How Open Graph calls the page; `website` unless stated. */
  readonly type?: 'article';
  /**
   * What Open Graph says of it, where that is not what search engines show: of an article its abstract, or
   * nothing.
   */
  readonly description?: string;
  /** Shown with links to the page; the image of the archive unless stated. */
  readonly image?: SocialImage;
  readonly tags?: readonly MetaTag[];
  readonly jsonLd?: JsonLd | undefined;
}

/** Of a longer abstract, programs get the start. */
const LONGEST_ABSTRACT = 5000;

/**
 * The page of a paper. Open Graph gets the whole abstract, because Zotero takes it from there before it looks
 * elsewhere.
 */
export function paperMetadata(
  whole: DescribedPaper,
  archive: DescribedArchive,
  urls: SiteUrls,
): PageMetadata {
  const paper = { ...whole, abstract: excerpt(whole.abstract, LONGEST_ABSTRACT) };
  const { id, title, abstract, firstSeen } = paper;
  const trail = [
    { name: archive.title, path: urls.home() },
    { name: longDate(firstSeen), path: urls.date(firstSeen) },
    { name: title, path: urls.paper(id) },
  ];
  return {
    type: 'article',
    ...(abstract !== '' && { description: abstract }),
    tags: [...dublinCoreTags(paper, archive, urls), ...highwireTags(paper, archive, urls)],
    jsonLd: document([scholarlyArticle(paper, archive, urls)], trail, urls),
  };
}

/** The page of a date with its papers, new ones and those seen before. */
export function dateMetadata(
  page: {
    readonly date: IsoDate;
    readonly description: string;
    readonly papers: readonly PaperId[];
    readonly added: number;
  },
  archive: DescribedArchive,
  urls: SiteUrls,
): PageMetadata {
  const { date, description, papers, added } = page;
  const path = urls.date(date);
  const name = longDate(date);
  const collection = { name, description, path, papers, temporalCoverage: date };
  const trail = [
    { name: archive.title, path: urls.home() },
    { name: 'Dates', path: urls.dates() },
    { name, path },
  ];
  return {
    image: dateImage(date, { papers: papers.length, added }, archive),
    jsonLd: document([collectionPage(collection, archive, urls)], trail, urls),
  };
}

/** The page of a topic with the papers that it lists. */
export function topicMetadata(
  page: {
    readonly slug: TopicSlug;
    readonly name: string;
    readonly description: string;
    readonly papers: readonly PaperId[];
  },
  archive: DescribedArchive,
  urls: SiteUrls,
): PageMetadata {
  const { slug, name, description, papers } = page;
  const path = urls.topic(slug);
  const trail = [
    { name: archive.title, path: urls.home() },
    { name: 'Topics', path: urls.topics() },
    { name, path },
  ];
  const collection = { name, description, path, papers };
  return { jsonLd: document([collectionPage(collection, archive, urls)], trail, urls) };
}

/** The home page: the archive and its search. */
export function homeMetadata(archive: DescribedArchive, urls: SiteUrls): PageMetadata {
  return { jsonLd: document([searchableWebSite(archive, urls)], [], urls) };
}

/** The page of the files for programs. */
export function dataMetadata(
  archive: DescribedArchive,
  files: readonly Pick<DataFile, 'name' | 'mediaType'>[],
  urls: SiteUrls,
): PageMetadata {
  return { jsonLd: document([dataset(archive, files, urls)], [], urls) };
}
