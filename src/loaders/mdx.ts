import { mdxToJs } from 'satteri';

import { splitFrontMatter } from '../archive/front-matter.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';

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
