import { BREAK, HYPHEN, SPACE, type TokenTable, type Tokens } from './token-table.ts';

/** A run of words that titles have, and how it is used in all texts. */
export interface CandidateTerm {
  /** Its stems. */
  readonly stems: readonly string[];
  /** In how many titles it is. */
  readonly titles: number;
  /** Where it is: papers in their order. */
  readonly uses: readonly TermUse[];
  readonly occurrences: number;
  /** How many of the occurrences the same phrase goes on after, with another word that says something. */
  readonly continued: number;
  /** The most of them that one and the same word follows, or stands before. */
  readonly sameAfter: number;
  readonly sameBefore: number;
  /** How many of them a hyphen joins to the word before: they are the end of something longer. */
  readonly joinedBefore: number;
  /** How it is written in abstracts, and how often; hyphens and capitals as they are. An acronym for all of it is none. */
  readonly spellings: ReadonlyMap<string, number>;
}

/** A term in a paper. */
export interface TermUse {
  readonly paper: number;
  readonly inTitle: boolean;
  /** How often the title and the abstract have it. */
  readonly count: number;
}

const LONGEST_TERM = 5;
/** Words without a subject that may stand inside a term: mixture of experts, text to image. */
const INNER_WORDS = new Set(['of', 'to', 'in']);

interface CountedTerm {
  readonly stems: readonly number[];
  readonly uses: { paper: number; inTitle: boolean; count: number }[];
  occurrences: number;
  continued: number;
  joinedBefore: number;
  readonly after: Map<number, number>;
  readonly before: Map<number, number>;
  readonly spellings: Map<string, number>;
}

/**
 * Every run of two to five words that at least `fewest` titles have, with its uses in titles and abstracts.
 * A run has no punctuation in it, starts and ends with a word that says something, and counts in whatever
 * form its words are written. Reads each text twice; memory grows with the number of different runs of titles.
 *
 * @param wanted further terms, as numbers of stems, that count wherever they are.
 */
export function candidateTerms(
  table: TokenTable,
  fewest: number,
  wanted: readonly (readonly number[])[] = [],
): readonly CandidateTerm[] {
  const { titles, abstracts, stems, isEmpty, written } = table;
  const inner = new Set<number>();
  stems.forEach((stem, number) => {
    if (INNER_WORDS.has(stem)) inner.add(number);
  });
  const isSubject = (number: number): boolean => isEmpty[number] === false;
  const children = new Map<number, number>();
  const width = stems.length + 1;
  const childOf = (node: number, stem: number): number => {
    const key = node * width + stem;
    const known = children.get(key);
    if (known !== undefined) return known;
    children.set(key, stems.length + children.size);
    return stems.length + children.size - 1;
  };
  const isWanted = new Set(wanted.map((term) => term.reduce(childOf)));
  const forRuns = (
    { stems: text, gaps }: Tokens,
    grow: boolean,
    use: (node: number, start: number, end: number) => void,
  ): void => {
    for (let start = 0; start < text.length; start += 1) {
      const first = text[start] ?? 0;
      // “in-context learning” is a name.
      if (!isSubject(first) && gaps[start + 1] !== HYPHEN) continue;
      let node = first;
      if (isWanted.has(node)) use(node, start, start);
      for (let end = start + 1; end < Math.min(text.length, start + LONGEST_TERM); end += 1) {
        const stem = text[end] ?? 0;
        if (gaps[end] === BREAK || !(isSubject(stem) || inner.has(stem))) break;
        const next = grow ? childOf(node, stem) : children.get(node * width + stem);
        if (next === undefined) break;
        node = next;
        if (isSubject(stem)) use(node, start, end);
      }
    }
  };

  const titleCounts: number[] = [];
  const lastTitles: number[] = [];
  titles.forEach((title, paper) => {
    forRuns(title, true, (node) => {
      if (lastTitles[node] === paper) return;
      lastTitles[node] = paper;
      titleCounts[node] = (titleCounts[node] ?? 0) + 1;
    });
  });

  const terms = new Map<number, CountedTerm>();
  const readText = (text: Tokens, paper: number, inTitle: boolean): void => {
    forRuns(text, false, (node, start, end) => {
      if ((titleCounts[node] ?? 0) < fewest && !isWanted.has(node)) return;
      const term = terms.get(node) ?? newTerm(Array.from(text.stems.subarray(start, end + 1)));
      terms.set(node, term);
      term.occurrences += 1;
      const last = term.uses.at(-1);
      if (last?.paper === paper) last.count += 1;
      else term.uses.push({ paper, inTitle, count: 1 });
      const after = text.stems[end + 1];
      if (after !== undefined && text.gaps[end + 1] !== BREAK && isSubject(after)) {
        term.continued += 1;
        increase(term.after, after);
      }
      const before = text.stems[start - 1];
      if (before !== undefined && text.gaps[start] !== BREAK && isSubject(before))
        increase(term.before, before);
      if (text.gaps[start] === HYPHEN) term.joinedBefore += 1;
      const spelled = inTitle ? undefined : spelling(text, start, end, written);
      if (spelled !== undefined) increase(term.spellings, spelled);
    });
  };
  titles.forEach((title, paper) => {
    readText(title, paper, true);
    const abstract = abstracts[paper];
    if (abstract) readText(abstract, paper, false);
  });
  return Array.from(terms, ([node, term]) => ({
    stems: term.stems.map((stem) => stems[stem] ?? ''),
    titles: titleCounts[node] ?? 0,
    uses: term.uses,
    occurrences: term.occurrences,
    continued: term.continued,
    joinedBefore: term.joinedBefore,
    sameAfter: Math.max(0, ...term.after.values()),
    sameBefore: Math.max(0, ...term.before.values()),
    spellings: term.spellings,
  }));
}

function newTerm(stems: readonly number[]): CountedTerm {
  return {
    stems,
    uses: [],
    occurrences: 0,
    continued: 0,
    joinedBefore: 0,
    after: new Map(),
    before: new Map(),
    spellings: new Map(),
  };
}

/** As the text has it; nothing when it is an acronym, or an acronym goes on beyond its ends. */
function spelling(
  text: Tokens,
  start: number,
  end: number,
  written: readonly string[],
): string | undefined {
  const number = (place: number): number | undefined => text.written[place];
  // The words of an acronym all have its number, and stand side by side.
  const goesOn = (place: number): boolean =>
    number(place) !== undefined &&
    number(place) === number(place - 1) &&
    text.gaps[place] === SPACE;
  if (goesOn(start) || goesOn(end + 1)) return undefined;
  let spelled = '';
  let words = 0;
  for (let place = start; place <= end; place += 1) {
    if (place > start && goesOn(place)) continue;
    words += 1;
    const sign = place === start ? '' : text.gaps[place] === HYPHEN ? '-' : ' ';
    spelled += sign + (written[number(place) ?? 0] ?? '');
  }
  if (words === 1 && end > start) return undefined;
  return spelled;
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
