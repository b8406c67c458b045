import type { CandidateTerm } from './candidate-terms.ts';

/** Words, as stems of English, that say what a text does and not what it is about. */
const ACADEMIC = new Set(
  (
    'framework approach method methodolog methodologi studi report review survei set case perform capabl ' +
    'abil result experi analys paper work novel new improv enhanc better comprehens effici effect high low ' +
    'toward understand explor investig base awar driven guid induc aim simpl singl multipl variou differ ' +
    'problem challeng solut strategi techniqu perspect insight introduct overview evalu benchmark ' +
    'state art time train trained pipelin scheme paradigm issu task tasks applic practic impact role factor ' +
    'import compar comparison assist gener via leverag exist larg small unifi robust scalabl fast general open ' +
    'generat quality level design develop implement identif limit mechan process inform'
  ).split(' '),
);
/** Of these, what may end a term all the same: image generation, signal processing, prompt design. */
const GOOD_ENDS = new Set(
  'analys benchmark gener process train generat evalu robust general design time comparison state mechan inform'.split(
    ' ',
  ),
);
/** And what may start one: generative models, large language models, open information extraction. */
const GOOD_STARTS = new Set(
  'gener larg small open train generat state time process inform robust task design high low general mechan'.split(
    ' ',
  ),
);

/** What has more letters is no word of a language. */
const LONGEST_WORD = 30;

/** The shares above and below which a run of words is no name. */
const rules = {
  /** A run that mostly goes on is the beginning of longer ones, or an adjective: “large language”. */
  mostContinued: 0.8,
  /** One with a hyphen at its end sooner: “open-source”, “zero-shot”. */
  mostContinuedHyphenated: 0.6,
  /** Half of a longer name: “3D Gaussian”, which is followed by “splatting”. */
  mostSameAfter: 0.4,
  /** The same at its start: “language models”, of which most are large. */
  mostSameBefore: 0.7,
  /** The end of a longer name: “shot learning” of “few-shot learning”. */
  mostJoinedBefore: 0.3,
  /** What papers say and do not put into titles is no topic: “extensive experiments”, “real-world data”. */
  leastInTitles: 0.15,
  /** Names with an acronym are names, if rarer in titles. */
  leastInTitlesWithAcronym: 0.08,
} as const;

/** Ends and beginnings that are verbs, however often: “networks trained”, “generated images”, “model's”. */
const VERBAL =
  /^(?:generated|generating|trained|training|proposed|existing|aligning|leveraging|evaluating|learned)\b|\b(?:trained|generated|proposed|learn(?:s|ed)?)$|['’]s\b/i;

/** Whether a run of words is one that people who work on it would give as its name. */
export function isName(term: CandidateTerm, hasAcronym: boolean): boolean {
  const [first = '', last = ''] = [term.stems[0], term.stems.at(-1)];
  if (ACADEMIC.has(first) && !GOOD_STARTS.has(first)) return false;
  if (ACADEMIC.has(last) && !GOOD_ENDS.has(last)) return false;
  if (term.stems.some((stem) => stem === 'base' || stem.length > LONGEST_WORD)) return false;
  const spelling = mostFrequent(term.spellings);
  // What only titles or acronyms say has no form to be shown in.
  if (spelling === undefined || VERBAL.test(spelling)) return false;
  const share = (count: number): number => count / term.occurrences;
  const continued = share(term.continued);
  if (continued > rules.mostContinued) return false;
  if (endsHyphenated(term) && continued > rules.mostContinuedHyphenated) return false;
  if (share(term.sameAfter) > rules.mostSameAfter) return false;
  if (share(term.sameBefore) > rules.mostSameBefore) return false;
  if (share(term.joinedBefore) > rules.mostJoinedBefore) return false;
  const least = hasAcronym ? rules.leastInTitlesWithAcronym : rules.leastInTitles;
  return term.titles / term.uses.length >= least;
}

/** What has the highest count; among equals what comes first in the alphabet. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const entry of counts)
    if (!best || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry;
  return best?.[0];
}

/** Most abstracts write its last two words with a hyphen. */
function endsHyphenated({ spellings }: CandidateTerm): boolean {
  let hyphenated = 0;
  let all = 0;
  for (const [spelling, count] of spellings) {
    all += count;
    if (/-[^ -]+$/.test(spelling)) hyphenated += count;
  }
  return hyphenated > all / 2;
}
