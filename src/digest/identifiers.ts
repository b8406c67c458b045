/** `2503.01234`, `hep-th/9901001`, with or without a version (https://info.arxiv.org/help/arxiv_identifier.html). */
export const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;

/** `hep-th`, `cs.LG`, `cond-mat.str-el` (https://arxiv.org/category_taxonomy). */
export const ARXIV_CATEGORY = /^(?:[a-z]+-[a-z]+|[a-z]+(?:-[a-z]+)?\.[A-Za-z-]{2,20})$/;

/** `10.1000/182` (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html). */
export const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[!-~]+$/;

/** An arXiv id without its version: all versions are one paper. */
export function withoutVersion(arxiv: string): string {
  return arxiv.replace(/v\d+$/, '');
}
