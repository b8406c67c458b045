import { plainText } from '../../../../publish/citations/latex-text.ts';

/** An entry of a file of references: its fields by name, in small letters, as plain text. */
export interface ReferenceEntry {
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The entries of a BibTeX file, whoever wrote it. Tolerant: an entry starts where a line says `@word{`, and
 * one that is damaged costs nothing but its own fields. Macros (`@string`) are not looked up.
 */
export function bibtexEntries(text: string): readonly ReferenceEntry[] {
  return text
    .split(/^(?=[ \t]*@[A-Za-z]+\s*[{(])/m)
    .filter((part) => /^\s*@(?!(?:comment|string|preamble)\b)[A-Za-z]+\s*[{(]/i.test(part))
    .map((part) => ({ fields: new Map(fieldsOf(part)) }));
}

function* fieldsOf(entry: string): Generator<readonly [string, string]> {
  const name = /[\s,]*([A-Za-z][\w-]*)\s*=\s*/y;
  name.lastIndex = /^[^,]*,?/.exec(entry)?.[0].length ?? 0;
  for (let found = name.exec(entry); found !== null; found = name.exec(entry)) {
    const { value, end } = valueAt(entry, name.lastIndex);
    yield [(found[1] ?? '').toLowerCase(), value];
    name.lastIndex = end;
  }
}

/** A value: parts in braces, in quotes or bare, joined by `#`. */
function valueAt(entry: string, start: number): { value: string; end: number } {
  let end = start;
  let value = '';
  for (;;) {
    const opening = entry.charAt(end);
    const isDelimited = opening === '{' || opening === '"';
    const close = isDelimited ? closingAt(entry, end) : bareEnd(entry, end);
    value += entry.slice(isDelimited ? end + 1 : end, close);
    end = isDelimited ? close + 1 : close;
    const join = /^\s*#\s*/.exec(entry.slice(end, end + 100));
    if (join === null) break;
    end += join[0].length;
  }
  return { value: plainText(value).replace(/\s+/g, ' ').trim(), end };
}

/** Where the part that opens at a place closes: BibTeX counts every brace, and quotes only outside braces. */
function closingAt(entry: string, start: number): number {
  const isQuoted = entry.charAt(start) === '"';
  let depth = 0;
  for (let at = start + (isQuoted ? 1 : 0); at < entry.length; at += 1) {
    const sign = entry.charAt(at);
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth === 0 && (isQuoted ? sign === '"' : sign === '}')) return at;
  }
  return entry.length;
}

function bareEnd(entry: string, start: number): number {
  const length = entry.slice(start).search(/[\s,#}]/);
  return length === -1 ? entry.length : start + length;
}
