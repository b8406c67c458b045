import type { CandidateTerm } from './candidate-terms.ts';
import { mostFrequent } from './term-rules.ts';

/** Of the spellings so many have to have capitals before they are part of a name. */
const CAPITALS = 0.6;

/**
 * What to call a term: as most abstracts write it, in lower case but for its names and acronyms, with a
 * capital at the start: “Retrieval-augmented generation”, “3D Gaussian splatting”, “LLM agents”.
 *
 * @param isProper whether a written word has capitals wherever it stands: Gaussian, LoRA.
 */
export function termName(term: CandidateTerm, isProper: (word: string) => boolean): string {
  const spelling = mostFrequent(mergedByCase(term.spellings));
  if (spelling === undefined) return term.stems.join(' ');
  const capitals = shareWithCapitals(term.spellings, spelling);
  const words = spelling.replace(/[\p{L}\p{N}]+/gu, (word) =>
    isProper(word) ? word : capitals >= CAPITALS ? capitalised(word) : word.toLowerCase(),
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Spellings that differ in capitals alone, counted together under the most frequent of them. */
function mergedByCase(spellings: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const groups = Map.groupBy(spellings, ([spelling]) => spelling.toLowerCase());
  return new Map(
    Array.from(groups.values(), (group) => {
      const total = group.reduce((sum, [, count]) => sum + count, 0);
      return [mostFrequent(new Map(group)) ?? '', total];
    }),
  );
}

/** How many of the spellings that read alike start every longer word with a capital. */
function shareWithCapitals(spellings: ReadonlyMap<string, number>, spelling: string): number {
  let all = 0;
  let withCapitals = 0;
  for (const [each, count] of spellings) {
    if (each.toLowerCase() !== spelling.toLowerCase()) continue;
    all += count;
    const words = each.match(/\p{L}[\p{L}\p{N}]{3,}/gu) ?? [];
    if (words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word))) withCapitals += count;
  }
  return all === 0 ? 0 : withCapitals / all;
}

function capitalised(word: string): string {
  return word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
