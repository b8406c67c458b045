import type { Paragraph } from './types.ts';

/** Line and column, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where what stands at an index of a paragraph was written. Takes time linear in the length of the
 * paragraph, however often the result is asked.
 *
 * @param lines those of the file.
 */
export function writtenPlaces(
  lines: readonly string[],
  { text, line, column }: Paragraph,
): (index: number) => Place {
  const places: Place[] = [];
  let [row, start] = [line - 1, column - 1];
  for (const word of text.split(' ')) {
    // White space was collapsed; everything else is as written.
    let found = visibleFrom(lines[row], start);
    while (found < 0 && row < lines.length) {
      row += 1;
      found = visibleFrom(lines[row], 0);
    }
    // The space after the word stands for whatever white space is there.
    for (let offset = 0; offset <= word.length; offset += 1)
      places.push({ line: row + 1, column: found + offset + 1 });
    start = found + word.length;
  }
  return (index) => places[index] ?? { line, column };
}

/** Index of the next character that is not white space. */
function visibleFrom(line: string | undefined, start: number): number {
  const visible = /\S/g;
  visible.lastIndex = start;
  return visible.exec(line ?? '')?.index ?? -1;
}
