import type { Catalogue } from '../../search/catalogue.ts';
import type { PaperRecord } from '../../search/engine.ts';
import { unpacked } from '../../search/page/unpack.ts';
import { CATALOGUE_NAME } from '../../search/pagefind-engine.ts';
import { recordAt, type TitleFile } from '../../search/title-file.ts';

/** Looks up papers by their numbers; rejects when a file of the search cannot be read. */
export type TitleLookup = (papers: readonly number[]) => Promise<readonly PaperRecord[]>;

/** Looks up ids and titles in the files of the search, each read when it is first needed. */
export function titleLookup(index: URL): TitleLookup {
  const files = new Map<string, Promise<unknown>>();
  const read = (name: string): Promise<unknown> => {
    const reading =
      files.get(name) ??
      unpacked(new URL(name, index), name === CATALOGUE_NAME ? 'no-cache' : 'default').then(
        (bytes): unknown => JSON.parse(new TextDecoder().decode(bytes)),
      );
    files.set(name, reading);
    reading.catch(() => files.delete(name));
    return reading;
  };
  return async (papers) => {
    const { titles } = (await read(CATALOGUE_NAME)) as Catalogue;
    return Promise.all(
      papers.map(async (paper) => {
        const name = titles.files[Math.floor(paper / titles.size)];
        const record =
          name === undefined
            ? undefined
            : recordAt((await read(name)) as TitleFile, paper % titles.size);
        if (record === undefined) throw new RangeError(`No paper has the number ${String(paper)}.`);
        return record;
      }),
    );
  };
}
