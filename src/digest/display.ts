import type { PhrasingContent } from 'mdast';

import { textOf } from './display-nodes.ts';
import { DisplayReader } from './display-reader.ts';

/**
 * A paragraph of a digest as it is meant to be read: LaTeX leftovers repaired, formulas and addresses
 * recognised, everything else text, character by character. Takes time linear in the length of `text`.
 */
export function displayTree(text: string): PhrasingContent[] {
  return new DisplayReader(text).read(0, text.length, 0);
}

/** The same as plain text, for search, feeds, citations and page titles. */
export function displayText(text: string): string {
  return textOf(displayTree(text));
}
