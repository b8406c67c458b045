import type { PaperId } from '../archive/types.ts';
import type { PaperRecord } from './engine.ts';

/** Ids and titles of some papers. What of an id its title says is not there a second time. */
export interface TitleFile {
  readonly titles: readonly string[];
  /** `<` and what follows the words of the title in the id, or the whole id where they are others. */
  readonly ids: readonly string[];
}

const AS_IN_TITLE = '<';

export function titleFile(records: readonly PaperRecord[]): TitleFile {
  return {
    titles: records.map(({ title }) => title),
    ids: records.map(({ id, title }) => {
      const words = wordsIn(title);
      return id.startsWith(words) ? AS_IN_TITLE + id.slice(words.length) : id;
    }),
  };
}

/** The paper at a place of a file, if there is one. */
export function recordAt({ titles, ids }: TitleFile, place: number): PaperRecord | undefined {
  const [id, title] = [ids[place], titles[place]];
  if (id === undefined || title === undefined) return undefined;
  const whole = id.startsWith(AS_IN_TITLE) ? wordsIn(title) + id.slice(AS_IN_TITLE.length) : id;
  return { id: whole as PaperId, title };
}

/** Longer ids are cut at a word. */
const LONGEST = 80;

/** The words of a title, as nearly all ids start. */
function wordsIn(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let joined = '';
  for (const word of words) {
    const longer = joined === '' ? word : `${joined}-${word}`;
    if (longer.length > LONGEST) break;
    joined = longer;
  }
  return joined;
}
