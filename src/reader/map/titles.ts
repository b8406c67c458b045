import { CATALOGUE_NAME, type Catalogue } from '../../search/catalogue.ts';
import { unpacked } from '../../search/page/unpack.ts';
import { readJson, remembered, type ReadFile } from '../../search/read-file.ts';
import { titleLookup as lookupIn, type TitleLookup } from '../../search/title-lookup.ts';

/** Looks up papers of the search at an address; what cannot be read now is asked for again the next time. */
export function titleLookup(index: URL): TitleLookup {
  const read: ReadFile = (name) =>
    unpacked(new URL(name, index), name === CATALOGUE_NAME ? 'no-cache' : 'default');
  const opened = remembered(async (name) => {
    const { parts } = (await readJson(read, name)) as Catalogue;
    return lookupIn(parts, read);
  });
  return async (papers) => (await opened(CATALOGUE_NAME))(papers);
}
