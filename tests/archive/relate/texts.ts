import type { PaperText } from '../../../src/archive/relate/types.ts';

/** Papers by title and abstract, `title | abstract`. */
export function textsOf(...papers: readonly string[]): readonly PaperText[] {
  return papers.map((paper) => {
    const [title = '', abstract = ''] = paper.split('|');
    return { title: title.trim(), abstract: abstract.trim() };
  });
}

/** The same text so many times, each with a word of its own, as different papers. */
export function times(count: number, paper: (number: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, number) => paper(number));
}
