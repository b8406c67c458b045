import type { Loader } from 'astro/loaders';

import type { Relations } from '../archive/relate/types.ts';
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
      const { papers, relations } = await source.read();
      const current = new Set<string>(papers.map((paper) => paper.id));
      for (const id of store.keys()) if (!current.has(id)) store.delete(id);
      for (const paper of papers) {
        const body = paperMarkdown(paper);
        const raw = dataOf(paper, relations);
        const digest = generateDigest({ ...raw, body });
        const known = store.get(paper.id);
        if (known?.digest === digest) continue;
        const data = await parseData({ id: paper.id, data: { ...raw } });
        // Its relations change with other papers, its text does not.
        const rendered =
          known?.rendered && known.body === body ? known.rendered : await renderMarkdown(body);
        store.set({ id: paper.id, data, body, rendered, digest });
      }
      logger.info(`${String(papers.length)} papers`);
    },
  };
}

function dataOf(paper: Paper, { related, topicsOf }: Relations): PaperData {
  const title = displayTitle(paper.title);
  const text = abstractText(paper);
  return {
    title: title.text,
    titleHtml: title.html,
    sortKey: sortKey(paper.title),
    letter: titleLetter(paper.title),
    excerpt: excerpt(text, 240),
    description: excerpt(text, 160),
    appearances: paper.appearances.map(({ date, file, line }) => ({ date, file, line })),
    links: paper.links.map(({ kind, url }) => ({ kind, url })),
    facts: paper.facts,
    notes: paper.notes,
    related: [...(related.get(paper.id) ?? [])],
    topics: [...(topicsOf.get(paper.id) ?? [])],
    changes: textChanges(paper),
  };
}
