import { join } from 'node:path';

import { UsageError } from '../../usage.ts';
import { DOCUMENT, readJudgements, readRecords } from '../search/collection-files.ts';
import type { Judgements } from '../search/metrics.ts';
import type { BenchDocument } from '../search/subject.ts';

/** A paper, or a facet of one, and what people say of the papers related to it. */
export interface RelatedQuery {
  /** As judged: the id of the paper, a facet after it perhaps. */
  readonly id: string;
  /** Which of the documents is asked for. */
  readonly paper: number;
  /** Without the paper itself. */
  readonly judged: Judgements;
}

/** Papers, and judgements of which are related to which. */
export interface RelatedCollection {
  readonly documents: readonly BenchDocument[];
  /** Those with a related paper. */
  readonly queries: readonly RelatedQuery[];
}

/**
 * Reads a folder with `corpus.jsonl` and `qrels.tsv` (query, document and grade, with tabs between), where a
 * query is the id of a paper, or that with the name of a facet after it: `123-method`, `123_method`. A facet
 * is asked for as its whole paper. A judged paper that is not in the corpus counts as never found.
 *
 * @throws UsageError when a file or line is not as expected, a query is no paper, or nothing can be measured.
 */
export async function readRelatedCollection(folder: string): Promise<RelatedCollection> {
  const documents = await readCorpus(folder);
  const file = join(folder, 'qrels.tsv');
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const queries = Array.from(await readJudgements(file), ([id, grades]) => {
    const paper = numbers.get(id) ?? numbers.get(withoutFacet(id));
    if (paper === undefined)
      throw new UsageError(`${file} asks for “${id}”, and corpus.jsonl has no such paper.`);
    const own = documents[paper]?.id;
    return { id, paper, judged: new Map([...grades].filter(([each]) => each !== own)) };
  }).filter(({ judged }) => [...judged.values()].some((grade) => grade > 0));
  if (queries.length === 0) throw new UsageError(`${file} names no related paper for any paper.`);
  return { documents, queries };
}

/**
 * The documents of a collection.
 *
 * @throws UsageError when a line is not as expected.
 */
export async function readCorpus(folder: string): Promise<readonly BenchDocument[]> {
  return readRecords(join(folder, 'corpus.jsonl'), DOCUMENT);
}

/** The id of a paper without the facet after it. */
export function withoutFacet(id: string): string {
  return id.replace(/(?<=.)[-_]\p{L}+$/u, '');
}
