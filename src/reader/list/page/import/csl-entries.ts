import type { ReferenceEntry } from './bibtex-entries.ts';

/** The items of a CSL-JSON file, whoever wrote it: of each, what is a text; nothing when it is none. */
export function cslEntries(text: string): readonly ReferenceEntry[] | undefined {
  const items = listIn(text);
  if (!items?.some((item) => typeof item === 'object' && item !== null)) return undefined;
  return items.map((item) => ({
    fields: new Map(
      Object.entries(item ?? {}).flatMap(([name, value]: [string, unknown]) =>
        typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
      ),
    ),
  }));
}

function listIn(text: string): readonly (object | null)[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as readonly (object | null)[]) : undefined;
  } catch {
    return undefined;
  }
}
