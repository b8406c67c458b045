/** A character that Spectral has a glyph for; it has more, but these belong to scripts it has whole. */
const SHOWN =
  /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u0218-\u021b\u0401-\u040c\u040e-\u044f\u0451-\u045c\u1ea0-\u1ef9\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]/;

/**
 * What of a text Spectral can show: signs it does not have are left out, words with letters that it does not
 * have are left out whole. Empty when no letter or number is left.
 */
export function showable(text: string): string {
  const words = text.normalize('NFC').split(/\s+/).map(showableWord);
  const shown = words.filter((word) => word !== '').join(' ');
  return /[\p{L}\p{N}]/u.test(shown) ? shown : '';
}

function showableWord(word: string): string {
  const strange = [...word].filter((character) => !SHOWN.test(character));
  const isWritten = strange.some((character) => /[\p{L}\p{M}\p{N}]/u.test(character));
  return isWritten && !/\p{Extended_Pictographic}/u.test(word)
    ? ''
    : [...word].filter((character) => SHOWN.test(character)).join('');
}

/**
 * A text in lines that are not wider than `width` in Spectral of a size, broken between words; what does not
 * fit into `most` lines is cut with an ellipsis.
 */
export function lines(text: string, size: number, width: number, most: number): readonly string[] {
  const all: string[] = [];
  for (const word of text.split(' ')) {
    const last = all.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) * size <= width) all[all.length - 1] = longer;
    else all.push(word);
  }
  const kept = all.slice(0, most);
  if (all.length > most) kept[most - 1] = `${kept[most - 1] ?? ''} …`;
  return kept.map((line) => cut(line, width / size));
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const characters = [...line.replace(/ …$/, '')];
  while (characters.length > 0 && widthOf(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** How wide a text is at most, in the size of its face: advances of Spectral, rounded up by classes. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character), 0);
}

function advanceOf(character: string): number {
  const letter = character.normalize('NFD').charAt(0);
  if (/[ !'(),./:;[\]`ijl{|}‘’]/.test(letter)) return 0.36;
  if (/[MWmwÆæŒœĲ—―‰…™ЉЊЖМШЩЫЮ]/.test(letter)) return 1.16;
  if (/[a-z]/.test(letter)) return 0.66;
  return /[0-9]/.test(letter) ? 0.56 : 0.88;
}
