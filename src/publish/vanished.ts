import { nearNames } from '../archive/near-names.ts';
import type { Archive } from '../archive/types.ts';
import { permalinks } from './permalinks.ts';

/** A published address that would no longer answer. */
export interface Vanished {
  /** Below the base of the site: `/papers/<id>/`. */
  readonly address: string;
  /** Where what it showed seems to be now: the one address of the same kind that is spelled almost alike. */
  readonly successor?: string;
}

/** The addresses of a list that the site of `archive` would not answer. */
export function vanishedAddresses(
  published: readonly string[],
  archive: Archive,
): readonly Vanished[] {
  const current = permalinks(archive);
  const answering = new Set(current);
  const missing = published.filter((address) => !answering.has(address));
  if (missing.length === 0) return [];
  const papers = current.filter((address) => isPaper(address));
  const lost = missing.filter(isPaper);
  const successors = new Map<string | undefined, (string | undefined)[]>();
  for (const [a, b] of nearNames([...papers, ...lost].map(wordsOf))) {
    if (a >= papers.length || b < papers.length) continue;
    const address = lost[b - papers.length];
    successors.set(address, [...(successors.get(address) ?? []), papers[a]]);
  }
  return missing.map((address) => {
    const [only, ...others] = successors.get(address) ?? [];
    return only !== undefined && others.length === 0 ? { address, successor: only } : { address };
  });
}

function isPaper(address: string): boolean {
  return address.startsWith('/papers/');
}

/** The words of the title in an address, without the hash. */
function wordsOf(address: string): readonly string[] {
  return address.replace(/^\/papers\/|(?:-[0-9a-f]{10})?\/$/g, '').split('-');
}
