/** A word of a text in the form it is searched by, and where the text has it. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  /** After its last character. */
  readonly end: number;
}

/** Chinese and Japanese do not separate words: each character is one. An apostrophe joins. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’][\p{L}\p{M}]+)*/gv;

/**
 * The words of a text, in its order: maximal runs of letters and digits, in lower case, without accents,
 * ligatures taken apart, the genitive's “’s” left out. A hyphen separates as a space does.
 *
 * The index and the query layer read texts by this one function, which makes them agree.
 */
export function textWords(text: string): readonly TextWord[] {
  return Array.from(writtenWords(text), ({ 0: written, index }) => ({
    word: searchForm(written),
    start: index,
    end: index + written.length,
  })).filter(({ word }) => word !== '');
}

/** The same runs as they are written, with where they stand. */
export function writtenWords(text: string): RegExpStringIterator<RegExpExecArray> {
  return text.matchAll(WORD);
}

/** The words of a text alone. */
export function wordsOf(text: string): readonly string[] {
  return textWords(text).map(({ word }) => word);
}

/** The form a written word is searched by; empty for one without letters and digits. */
export function searchForm(written: string): string {
  // Most words are plain, and Unicode takes its time.
  if (/^[A-Za-z0-9]+$/.test(written)) return written.toLowerCase();
  return written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
