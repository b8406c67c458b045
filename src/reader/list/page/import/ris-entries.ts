import type { ReferenceEntry } from './bibtex-entries.ts';

/**
 * The references of an RIS file, whoever wrote it; its tags in small letters. A tag that comes again keeps its
 * first value, and a line without a tag goes on with the one above.
 */
export function risEntries(text: string): readonly ReferenceEntry[] {
  return text
    .split(/^(?=TY {1,2}- )/m)
    .filter((part) => part.startsWith('TY'))
    .map((part) => {
      const fields = new Map<string, string>();
      let last = '';
      for (const line of part.split(/\r\n|\r|\n/)) {
        const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
        if (tag === 'ER') break;
        if (tag === '') {
          if (line.trim() !== '' && last !== '')
            fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
          continue;
        }
        last = fields.has(tag.toLowerCase()) ? '' : tag.toLowerCase();
        if (last !== '') fields.set(last, value.trim());
      }
      return { fields };
    });
}
