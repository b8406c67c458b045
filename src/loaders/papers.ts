import type { Loader } from 'astro/loaders';

import type { Paper } from '../archive/types.ts';
import { abstractText, excerpt } from '../publish/excerpt.ts';
import { paperMarkdown } from '../publish/markdown.ts';
import { textChanges } from '../publish/text-changes.ts';
import { displayTitle, sortKey, titleLetter } from '../publish/title.ts';
import type { ArchiveSource } from './archive-source.ts';
import type { PaperData } from './schemas.ts';

/** The collection `papers`: an entry per paper, its abstract as the Markdown body. */
export function papersLoader(source: ArchiveSource): Loader {
  return {
    name: 'offprint-papers',
    async load({ store, parseData, renderMarkdown, generateDigest, logger }) {
      const { papers } = await source.archive();
      const current = new Set<string>(papers.map((paper) => paper.id));
      for (const id of store.keys()) if (!current.has(id)) store.delete(id);
      const prepared = [];
      for (const paper of papers) {
        const body = paperMarkdown(paper);
        const known = store.get(paper.id);
        // Its relations change with other papers, its text does not.
        const rendered =
          known?.rendered && known.body === body ? known.rendered : await renderMarkdown(body);
        prepared.push({ paper, body, rendered, data: dataOf(paper) });
      }
      const relations = await source.relations();
      for (const { paper, body, rendered, data: own } of prepared) {
        const { id } = paper;
        const related = [...(relations.related.get(id) ?? [])];
        const topics = [...(relations.topicsOf.get(id) ?? [])];
        const raw: PaperData = { ...own, related, topics };
        const digest = generateDigest({ ...raw, body });
        if (store.get(id)?.digest === digest) continue;
        const data = await parseData({ id, data: { ...raw } });
        store.set({ id, data, body, rendered, digest });
      }
      logger.info(`${String(papers.length)} papers`);
    },
  };
}

function dataOf(paper: Paper): Omit<PaperData, 'related' | 'topics'> {
  const title = displayTitle(paper.title);
  const text = abstractText(paper);
  return {
    title: title.text,
    titleHtml: title.html,
    sortKey: sortKey(paper.title),
    letter: titleLetter(paper.title),
    abstract: text,
    excerpt: excerpt(text, 240),
    description: excerpt(text, 160),
    appearances: paper.appearances.map(({ date, file, line }) => ({ date, file, line })),
    links: paper.links.map(({ kind, url }) => ({ kind, url })),
    facts: paper.facts,
    notes: paper.notes,
    changes: textChanges(paper),
  };
}
