import type { PaperRecord } from './engine.ts';
import { partFile, TITLES_PER_FILE, type Part } from './part-table.ts';
import { readJson, remembered, type ReadFile } from './read-file.ts';
import { recordAt, type TitleFile } from './title-file.ts';

/** Looks up papers by their numbers; rejects when a file cannot be read or there is no such paper. */
export type TitleLookup = (papers: readonly number[]) => Promise<readonly PaperRecord[]>;

/** Looks up ids and titles in the files of the parts, each read when it is first needed. */
export function titleLookup(parts: readonly Part[], read: ReadFile): TitleLookup {
  const file = remembered(async (name) => (await readJson(read, name)) as TitleFile);
  return (papers) =>
    Promise.all(
      papers.map(async (paper) => {
        const place = placeIn(parts, paper);
        const record = place && recordAt(await file(place.file), place.number);
        if (record === undefined) throw new RangeError(`No paper has the number ${String(paper)}.`);
        return record;
      }),
    );
}

/** The file of a paper, and its number there. */
function placeIn(
  parts: readonly Part[],
  paper: number,
): { readonly file: string; readonly number: number } | undefined {
  if (paper < 0) return undefined;
  let number = paper;
  for (const part of parts) {
    if (number < part.papers) {
      const file = partFile.titles(part, Math.floor(number / TITLES_PER_FILE));
      return { file, number: number % TITLES_PER_FILE };
    }
    number -= part.papers;
  }
  return undefined;
}
