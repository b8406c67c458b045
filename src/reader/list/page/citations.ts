import type { Citation } from '../../../publish/citations/citation.ts';
import { withoutAbsent, type SavedPaper } from '../saved-paper.ts';
import { LIST_FORMAT } from './import/read-file.ts';

/** What a list knows of the archive it belongs to. */
export interface ListedArchive {
  readonly name: string;
  /** The permanent address of a paper, with scheme and host. */
  readonly addressOf: (id: SavedPaper['id']) => string;
}

/** A saved paper as a citation. */
export function citationOf(paper: SavedPaper, { name, addressOf }: ListedArchive): Citation {
  const { id, title, facts, note } = paper;
  return {
    ...facts,
    id,
    title,
    url: addressOf(id),
    archive: name,
    dates: [],
    ...withoutAbsent({ note }),
  };
}

/** A list as JSON: all that the browser keeps of it, in the order given. */
export function listJson(
  papers: readonly SavedPaper[],
  { name, addressOf }: ListedArchive,
): string {
  const described = papers.map((paper) => ({ ...paper, url: addressOf(paper.id) }));
  return `${JSON.stringify({ format: LIST_FORMAT, version: 1, archive: name, papers: described }, null, 2)}\n`;
}
