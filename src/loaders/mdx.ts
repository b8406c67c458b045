import { mdxToJs } from 'satteri';

import { splitFrontMatter } from '../archive/front-matter.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';

/** The compiler takes time that grows with the square of such nesting, then ends the whole process. */
const TOO_DEEP = /(?:[<>([{][ \t]*){100}|(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){100}/;

/**
 * The mistake in an MDX file, if it has one: what Astro's own compiler says of the text below the front
 * matter. Nothing of the file is run.
 */
export function mdxProblems({
  file,
  bytes,
}: {
  readonly file: string;
  readonly bytes: Uint8Array;
}): readonly Problem[] {
  const text = new TextDecoder().decode(bytes);
  const { body, bodyLine } = splitFrontMatter(text.split(/\r\n|\n|\r/));
  const nested = TOO_DEEP.exec(body);
  if (nested) {
    const line = bodyLine + body.slice(0, nested.index).split('\n').length - 1;
    const fact = 'a hundred brackets or signs of a list or quotation in a row';
    return [problem('mdx-invalid', { file, line, column: 1 }, { fact })];
  }
  try {
    mdxToJs(body);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', fact = message] =
      /^(\d+):(\d+): (.*?)(?: \([\w:-]+\))?$/s.exec(message) ?? [];
    const place = { file, line: bodyLine + Number(line) - 1, column: Number(column) };
    return [problem('mdx-invalid', place, { fact: fact.replace(/\s+/g, ' ') })];
  }
}
