import type { Paper } from '../archive/types.ts';
import { displayText } from '../digest/display.ts';

/** The abstract of a paper as plain text, its paragraphs joined by a space; empty when it has none. */
export function abstractText(paper: Paper): string {
  return (paper.versions[0]?.paragraphs ?? []).map(displayText).join(' ');
}

/** The start of a text, cut at a word with an ellipsis, at most `length` characters. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const words = lastSpace > length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${words.replace(/[\s,.;:–—-]+$/, '').replace(/[\ud800-\udbff]$/, '')}…`;
}
