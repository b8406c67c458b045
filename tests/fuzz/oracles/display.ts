import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent } from 'mdast';

import { textOf } from '../../../src/digest/display-nodes.ts';
import { displayText } from '../../../src/digest/display.ts';
import { mathml } from '../../../src/publish/mathml.ts';
import type { Outcome } from '../subject.ts';
import { bracketed, textOfHtml } from './html.ts';

/** Display repairs texts and loses none of their words. */
export function display({ papers }: Outcome): readonly string[] {
  return papers.flatMap(({ paper }) => {
    const texts = [paper.title, ...paper.versions.flatMap(({ paragraphs }) => paragraphs)];
    return texts.flatMap((text) => lostWords(text));
  });
}

/** Macros with an argument that is not for readers, or that stand for another character. */
const HIDING =
  /\\(?:color|label|vspace|hspace|textcolor|colorbox|hyperlink|hyperref|href|unicode|char)(?![A-Za-z])/;

function lostWords(source: string): readonly string[] {
  const shown = displayText(source);
  const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  if (HIDING.test(source)) return [];
  if (/[\p{L}\p{N}]/u.test(source.replace(/\\[A-Za-z]+/g, '')) && !isVisible(shown))
    return [`nothing is shown of ${source.slice(0, 200)}`];
  const folded = shown.normalize('NFKD').replace(/\p{M}/gu, '');
  // `\name` is a macro, `2times3`, `AcdotB` and `{cdot}` are signs.
  const words = source
    .replace(/\\[A-Za-z]+/g, ' ')
    .replace(/(?<=\d)times(?![a-z])|(?<=[A-Z])cdot(?=[A-Z])|\{cdot(?=[A-Z}])/gi, ' ')
    .match(/(?<![\p{L}\p{M}])[A-Za-z]{5,}(?![\p{L}\p{M}])/gu);
  let end = 0;
  for (const word of words ?? []) {
    const index = folded.indexOf(word, end);
    if (index < 0) return [`“${word}” is lost in ${source.slice(0, 200)}`];
    end = index + word.length;
  }
  return [];
}

const ELEMENTS: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong', link: 'a' };

/** What HTML made of this tree says, in the brackets of `textOfHtml`. */
export function expectedText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('children' in node)
        return bracketed(ELEMENTS[node.type] ?? '', expectedText(node.children));
      if (node.type === 'inlineCode') return bracketed('code', node.value);
      if (node.type !== 'inlineMath') return textOf([node]);
      const set = mathml(node.value);
      return set === undefined ? `$${node.value}$` : textOfHtml(fromHtml(set, { fragment: true }));
    })
    .join('');
}
