import { x } from 'xastscript';

import type { Settings } from '../archive/settings.ts';
import { excerpt } from './excerpt.ts';
import type { SiteUrls } from './site-urls.ts';
import { xmlDocument } from './xml.ts';

/** The file of the description. */
export const OPEN_SEARCH = 'opensearch.xml';
/** Its media type. */
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** Characters that the specification allows. */
const SHORT_NAME = 16;
const LONG_NAME = 48;
const DESCRIPTION = 1024;

/**
 * The text of `opensearch.xml`, by which a browser offers the search of the archive in its address bar
 * (OpenSearch 1.1, https://github.com/dewitt/opensearch); nothing while the address of the site is not known.
 */
export function openSearchXml(settings: Settings, urls: SiteUrls): string | undefined {
  if (!urls.isPlaced) return undefined;
  const elements = [
    x('ShortName', excerpt(settings.title, SHORT_NAME)),
    x('Description', excerpt(settings.description, DESCRIPTION)),
    x('LongName', excerpt(settings.title, LONG_NAME)),
    x('Url', { type: 'text/html', template: `${urls.whole(urls.search())}?q={searchTerms}` }),
    x('Url', { type: OPEN_SEARCH_TYPE, rel: 'self', template: urls.whole(urls.file(OPEN_SEARCH)) }),
    x('Image', { type: 'image/svg+xml' }, urls.whole(urls.file('favicon.svg'))),
    x('Language', settings.language),
    x('InputEncoding', 'UTF-8'),
    x('OutputEncoding', 'UTF-8'),
  ];
  return xmlDocument(
    x(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      ...elements.flatMap((element) => ['\n', element]),
      '\n',
    ),
  );
}
