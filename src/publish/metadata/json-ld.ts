import type { PaperId } from '../../archive/types.ts';
import { givenFirst, isGroup } from '../author-name.ts';
import type { DataFile } from '../dumps/data-files.ts';
import { identifierLinks } from '../facts.ts';
import { withEscapes } from '../json.ts';
import type { SitePath, SiteUrls } from '../site-urls.ts';
import type { DescribedArchive, DescribedPaper } from './described-paper.ts';

/** Things of https://schema.org/, as JSON-LD (https://www.w3.org/TR/json-ld11/). */
export type JsonLd = Readonly<Record<string, unknown>>;

/** A page on the way to another one, the page itself included. */
export interface Crumb {
  readonly name: string;
  readonly path: SitePath;
}

/** A page that lists papers. */
export interface PaperCollection {
  readonly name: string;
  readonly description: string;
  readonly path: SitePath;
  /** The papers that the page lists, in its order. */
  readonly papers: readonly PaperId[];
  /** The dates that it is about, as an interval of ISO 8601. */
  readonly temporalCoverage?: string;
}

/**
 * A document for a page. Readers of JSON-LD know things by their addresses, and a relative one is worth nothing to
 * them: there is no document when the address of the site is not known.
 */
export function document(
  things: readonly JsonLd[],
  trail: readonly Crumb[],
  urls: SiteUrls,
): JsonLd | undefined {
  if (!urls.isPlaced) return undefined;
  const graph = trail.length === 0 ? things : [...things, breadcrumbs(trail, urls)];
  return { '@context': 'https://schema.org', '@graph': graph };
}

/**
 * A document as the text of a `script` element. No sign of it can end the element or start another one: HTML
 * reads the first `</script` there as its end, even within a string of JSON.
 */
export function jsonLdText(value: JsonLd): string {
  return withEscapes(JSON.stringify(value), /[<>&\u2028\u2029]/g);
}

/** A paper; what facts do not state is not there. */
export function scholarlyArticle(
  { id, title, abstract, facts }: DescribedPaper,
  archive: DescribedArchive,
  urls: SiteUrls,
): JsonLd {
  const { authors = [], year } = facts;
  const sameAs = identifierLinks(facts).map(({ url }) => url);
  const identifier = identifierLinks(facts).map(({ label, text }) => ({
    '@type': 'PropertyValue',
    propertyID: label,
    value: text,
  }));
  return {
    '@type': 'ScholarlyArticle',
    url: urls.absolute(urls.paper(id)),
    name: title,
    headline: title,
    ...(abstract !== '' && { abstract }),
    inLanguage: archive.language,
    ...(authors.length > 0 && {
      author: authors.map((author) => ({
        '@type': isGroup(author) ? 'Organization' : 'Person',
        name: givenFirst(author),
      })),
    }),
    ...(year !== undefined && { datePublished: String(year) }),
    ...(sameAs.length > 0 && { sameAs, identifier }),
    isPartOf: webSite(archive, urls),
  };
}

/** A page of papers, with their addresses as an ordered list. */
export function collectionPage(
  { name, description, path, papers, temporalCoverage }: PaperCollection,
  archive: DescribedArchive,
  urls: SiteUrls,
): JsonLd {
  return {
    '@type': 'CollectionPage',
    url: urls.absolute(path),
    name,
    description,
    inLanguage: archive.language,
    ...(temporalCoverage !== undefined && { temporalCoverage }),
    isPartOf: webSite(archive, urls),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: papers.length,
      itemListElement: papers.map((id, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: urls.absolute(urls.paper(id)),
      })),
    },
  };
}

/** The archive with its search, as a search engine may offer it (https://schema.org/docs/actions.html). */
export function searchableWebSite(archive: DescribedArchive, urls: SiteUrls): JsonLd {
  return {
    ...webSite(archive, urls),
    description: archive.description,
    inLanguage: archive.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${urls.whole(urls.search())}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** The archive as files for programs. */
export function dataset(
  archive: DescribedArchive,
  files: readonly Pick<DataFile, 'name' | 'mediaType'>[],
  urls: SiteUrls,
): JsonLd {
  return {
    '@type': 'Dataset',
    url: urls.absolute(urls.data()),
    name: archive.title,
    description: archive.description,
    inLanguage: archive.language,
    isAccessibleForFree: true,
    distribution: files.map(({ name, mediaType }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: urls.absolute(urls.file(name)),
      encodingFormat: mediaType,
    })),
  };
}

function webSite({ title }: DescribedArchive, urls: SiteUrls): JsonLd {
  return { '@type': 'WebSite', url: urls.absolute(urls.home()), name: title };
}

function breadcrumbs(trail: readonly Crumb[], urls: SiteUrls): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': urls.absolute(path) },
    })),
  };
}
