import { wordSource } from './invented-words.ts';
import { between, oneOf, seededRandom, type Random } from './random.ts';

/** A digest that nobody wrote. */
export interface InventedDigest {
  /** `2020-01-01.txt` and on, a digest a day. */
  readonly name: string;
  readonly text: string;
}

const HEADER = [
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'byAK and the research community',
];

const FIRST_YEAR = 2020;
const ENTRIES = { least: 40, most: 60 };
const TITLE_WORDS = { least: 6, most: 14 };
const ABSTRACT_LENGTH = { least: 900, most: 1900 };
/** Room for the last word of an abstract, which may cross the length aimed at. */
const MARGIN = 30;
const SENTENCE_WORDS = { least: 8, most: 26 };
const COMMA_SHARE = 0.07;
const LINK_SHARE = 0.15;
const REPEAT_SHARE = 0.04;
/** How far back a repeated paper may lie, in entries. */
const MEMORY = 1000;

/**
 * An archive to measure with: digests in the trending-page format, their text invented. Pure: the same
 * arguments give the same characters, and a larger archive starts like a smaller one.
 *
 * @param papers number of distinct titles, exactly.
 */
export function* inventArchive(papers: number, seed = 1): Generator<InventedDigest, void> {
  const random = seededRandom(seed);
  const word = wordSource(random);
  const titles = new Set<string>();
  let earlier: readonly string[] = [];
  for (let day = 1; titles.size < papers; day += 1) {
    const size = between(random, ENTRIES.least, ENTRIES.most);
    const entries: string[] = [];
    while (entries.length < size && titles.size < papers) {
      const repeat =
        earlier.length > 0 && random() < REPEAT_SHARE ? oneOf(random, earlier) : undefined;
      if (repeat === undefined)
        entries.push(`${newTitle(titles, word, random)}\n\n${abstract(word, random)}`);
      // A title twice in one digest would be a mistake, and reported.
      else if (!entries.includes(repeat)) entries.push(repeat);
    }
    earlier = [...earlier, ...entries].slice(-MEMORY);
    yield digestOf(new Date(Date.UTC(FIRST_YEAR, 0, day)), entries);
  }
}

function digestOf(date: Date, entries: readonly string[]): InventedDigest {
  const dateLine = date.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return {
    name: `${date.toISOString().slice(0, 10)}.txt`,
    text: `${[...HEADER, dateLine, ...entries].join('\n\n')}\n`,
  };
}

/** A title that is not in `titles` yet, and then is. */
function newTitle(titles: Set<string>, word: () => string, random: Random): string {
  for (;;) {
    const length = between(random, TITLE_WORDS.least, TITLE_WORDS.most);
    const title = Array.from({ length }, () => capitalised(word())).join(' ');
    if (titles.has(title)) continue;
    titles.add(title);
    return title;
  }
}

function abstract(word: () => string, random: Random): string {
  const link =
    random() < LINK_SHARE
      ? ` ${capitalised(word())} ${word()} https://github.com/example/${word()}-${word()}.`
      : '';
  const { least, most } = ABSTRACT_LENGTH;
  const length = between(random, least, most - MARGIN) - link.length;
  let text = '';
  let left = 0;
  while (text.length < length) {
    if (left === 0) {
      text += `${text === '' ? '' : '. '}${capitalised(word())}`;
      left = between(random, SENTENCE_WORDS.least, SENTENCE_WORDS.most);
    } else text += `${random() < COMMA_SHARE ? ',' : ''} ${word()}`;
    left -= 1;
  }
  return `${text}.${link}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
