import type { PaperFacts } from '../archive/types.ts';

/** Where a paper can be looked up by its title; nothing is asked of these hosts before a reader follows a link. */
const INDEXES: readonly (readonly [name: string, address: string])[] = [
  ['arXiv', 'https://arxiv.org/search/?searchtype=title&query='],
  ['Google Scholar', 'https://scholar.google.com/scholar?q='],
  ['Semantic Scholar', 'https://www.semanticscholar.org/search?q='],
];

/** Links that look a title up in indexes of papers, where facts do not say its place in them. */
export function findLinks(
  title: string,
  { arxiv }: PaperFacts = {},
): readonly { name: string; url: string }[] {
  return INDEXES.filter(([name]) => name !== 'arXiv' || arxiv === undefined).map(
    ([name, address]) => ({ name, url: address + encodeURIComponent(title) }),
  );
}
