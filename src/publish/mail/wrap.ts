/** Columns of a line: RFC 5322, section 2.1.1, wants at most 78, and replies put two signs before it. */
const WIDTH = 76;

/** Characters that take two columns of a terminal (Unicode Standard Annex 11, East Asian Width). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
/** What takes no column of its own: marks, joiners, variation selectors. */
const NARROW = /^[\p{M}\p{Cf}]$/u;
/** Every kind of space that a line may end at. */
const SPACES = /[^\S\u00a0\u202f]+/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text in lines of at most 76 columns. Words that hold an address stay whole, however long; other words
 * that fit into no line, as those of scripts without spaces, are cut between characters.
 *
 * @param first what the first line starts with; the others are indented as far.
 */
export function wrap(text: string, first = ''): readonly string[] {
  const indent = ' '.repeat(first.length);
  const room = WIDTH - first.length;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(SPACES).flatMap((word) => piecesOf(word, room))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (columnsOf(longer) <= room || line === '') {
      line = longer;
    } else {
      lines.push(line);
      line = piece;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each, index) => (index === 0 ? first : indent) + each);
}

/** How many columns a text takes in a font of one width. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    if (!NARROW.test(character)) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

function piecesOf(word: string, room: number): readonly string[] {
  if (word === '') return [];
  if (word.includes('://') || columnsOf(word) <= room) return [word];
  const pieces = [''];
  for (const { segment } of graphemes.segment(word)) {
    const longer = (pieces.at(-1) ?? '') + segment;
    if (columnsOf(longer) <= room) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}
