import type { PaperRecord } from './engine.ts';
import { partFile, TITLES_PER_FILE, type Part } from './part-table.ts';
import { readJson, remembered, type ReadFile } from './read-file.ts';
import { recordAt, type TitleFile } from './title-file.ts';

/** Looks up papers by their numbers; rejects when a file cannot be read or there is no such paper. */
export type TitleLookup = (papers: readonly number[]) => Promise<readonly PaperRecord[]>;

/** Looks up ids and titles in the files of the parts, each read when it is first needed. */
export function titleLookup(parts: readonly Part[], read: ReadFile): TitleLookup {
  const file = remembered(async (name) => (await readJson(read, name)) as TitleFile);
  const recordOf = async (paper: number): Promise<PaperRecord | undefined> => {
    let number = paper;
    for (const part of parts) {
      if (number < part.papers) {
        const name = partFile(part, 'titles', Math.floor(number / TITLES_PER_FILE));
        return recordAt(await file(name), number % TITLES_PER_FILE);
      }
      number -= part.papers;
    }
    return undefined;
  };
  return (papers) =>
    Promise.all(
      papers.map(async (paper) => {
        const record = await recordOf(paper);
        if (record === undefined) throw new RangeError(`No paper has the number ${String(paper)}.`);
        return record;
      }),
    );
}
