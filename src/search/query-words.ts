import { isStopWord } from '../text/stop-words.ts';
import { textWords } from '../text/words.ts';

/** What people say of what they want rather than of its subject. */
const REQUEST_WORDS = new Set(
  (
    'article articles paper papers describe describes describing discuss discusses discussing discussed ' +
    'deal deals dealing concern concerns concerning concerned interested interest find finding ' +
    'information know knowing looking want wanted tell show please relevant related regarding pertaining ' +
    'relating work works report reports reported literature publication publications exist exists ' +
    'written anything topic topics subject various'
  ).split(' '),
);

/** Phrases of requests whose words are subjects elsewhere: “details of”, “please supply information on”. */
const REQUEST_PHRASES = [
  /\b(?:please )?(?:find|send|supply|give|list|show|tell|provide|get)(?: me| us)?(?: all| any| some| more)?(?: the)?\b/g,
  /\b(?:i|we)(?:['’]d| would| should)(?: also)? like(?: to (?:find|see|know|have|read|get))?\b/g,
  /\b(?:i|we)(?:['’]m| am|['’]re| are)(?: \w+ly)? (?:interested|looking)(?: in| for)?\b/g,
  /\b(?:what|which|any|all|some|are there any|of|the)? ?(?:articles?|papers?|references?|publications?|abstracts?|literature|documents?|discussions?|descriptions?|information|details|reports?|surveys?|work)(?: written| available)?(?: (?:which|that|exist|there are|are there|have been|has been|done))*(?: (?:on|about|of|dealing with|deals? with|concerning|describing|describes?|discussing|discuss|relating to|related to|regarding|including|covering|to))\b/g,
  /\bof (?:particular|special)? ?interest\b/g,
  /\bwith (?:special|particular) emphasis on\b/g,
] as const;

/** A query of so many words or fewer has none to spare for asking. */
const SHORT_QUERY = 4;

/** A word of a query; one that does not say what is looked for still keeps others apart. */
export interface QueryWord {
  readonly word: string;
  readonly counts: boolean;
}

/**
 * The words of a query in plain language, with those that say what is looked for told from those that ask
 * for it. When none says anything, all of them count: “The Who” is looked for, too.
 */
export function queryWords(text: string): readonly QueryWord[] {
  const written = marked(text, (word) => !isStopWord(word));
  if (written.length > SHORT_QUERY) {
    const asked = withoutRequests(text.toLowerCase());
    const kept = marked(asked, (word) => !isStopWord(word) && !REQUEST_WORDS.has(word));
    if (kept.some(({ counts }) => counts)) return kept;
  }
  return written.some(({ counts }) => counts) ? written : marked(text, () => true);
}

function withoutRequests(text: string): string {
  return REQUEST_PHRASES.reduce((rest, phrase) => rest.replace(phrase, ' '), text);
}

function marked(text: string, counts: (word: string) => boolean): readonly QueryWord[] {
  return textWords(text).map(({ word }) => ({ word, counts: counts(word) }));
}
