import type { ReferenceEntry } from './bibtex-entries.ts';

/**
 * References that people read, a line each: of a line counts the last address in it. Their titles are read
 * from the pages, because nothing says where in a line they are. Nothing when no line has an address.
 */
export function lineEntries(text: string): readonly ReferenceEntry[] | undefined {
  const entries = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const address = line.match(/https?:\/\/\S+/g)?.at(-1);
    return address === undefined
      ? []
      : [
          {
            fields: new Map([
              ['url', address],
              ['label', line.trim()],
            ]),
          },
        ];
  });
  return entries.length === 0 ? undefined : entries;
}
