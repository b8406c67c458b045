import type { Archive } from '../archive/types.ts';
import { siteUrls } from './site-urls.ts';

/** Below the base of the site, so that a list holds wherever the site lives. */
const urls = siteUrls('/', undefined);

/** Every permanent address of the site, below its base: `/papers/<id>/`, `/dates/<date>/` …, in order. */
export function permalinks(archive: Archive): readonly string[] {
  const { papers, dates, formerPapers, formerDates } = archive;
  return [
    ...[urls.home(), urls.about(), urls.dates(), urls.papers(), urls.search()],
    ...[urls.data(), urls.subscribe()],
    ...[urls.topics(), urls.trending(), urls.rising(), urls.code(), urls.map(), urls.list()],
    ...[...dates, ...formerDates].map(({ date }) => urls.date(date)),
    ...[...papers, ...formerPapers].map(({ id }) => urls.paper(id)),
  ].sort();
}

/** The text of `permalinks.txt`: an address on each line. */
export function permalinksText(archive: Archive): string {
  return `${permalinks(archive).join('\n')}\n`;
}
