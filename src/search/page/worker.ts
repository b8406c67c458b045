/** The search in a worker, so that typing never waits for it. Its name is the address of the index. */

import { CATALOGUE_NAME } from '../catalogue.ts';
import type { SearchEngine } from '../engine.ts';
import { openEngine } from '../parts-engine.ts';
import { search } from '../search.ts';
import type { Numbered, Question, Reply, Row } from './messages.ts';
import { unpacked } from './unpack.ts';

let opening: Promise<SearchEngine> | undefined;

/** Opens the index once; the catalogue is asked for anew, as its name stays when the site is built again. */
function engine(): Promise<SearchEngine> {
  opening ??= openEngine((name) =>
    unpacked(new URL(name, self.name), name === CATALOGUE_NAME ? 'no-cache' : 'default'),
  );
  return opening;
}

async function answer(question: Question): Promise<Reply> {
  const open = await engine();
  if (question.kind === 'open') return { kind: 'opened' };
  if (question.kind === 'rows') return { kind: 'rows', rows: await rowsOf(question.papers, open) };
  const found = await search(question.request, open);
  const rows = await rowsOf(found.papers.slice(0, question.rows), open);
  return { kind: 'page', page: { ...found, rows } };
}

async function rowsOf(papers: readonly number[], open: SearchEngine): Promise<readonly Row[]> {
  const { table } = open;
  const withCode = new Set(table.links.code);
  const records = await open.records(papers);
  return records.map((record, index) => {
    const paper = papers[index] ?? 0;
    const firstSeen = table.dates[table.listed[paper]?.[0] ?? 0];
    if (firstSeen === undefined) throw new RangeError(`No date for paper ${String(paper)}.`);
    return { ...record, firstSeen, seen: table.seen[paper] ?? 1, hasCode: withCode.has(paper) };
  });
}

addEventListener('message', ({ data }: MessageEvent<Numbered<Question>>) => {
  const reply = (value: Reply): void => {
    const message: Numbered<Reply> = { number: data.number, value };
    postMessage(message);
  };
  answer(data.value).then(reply, (error: unknown) => {
    // The connection may come back, or the site has been built again: the next question starts anew.
    opening = undefined;
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
