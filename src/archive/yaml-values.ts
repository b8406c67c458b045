import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Range,
  visit,
} from 'yaml';
import type { core, ZodType } from 'zod';

import { withoutInvisible } from '../digest/decode.ts';
import type { ProblemCode } from '../digest/problems.ts';
import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';

/** Where a piece of YAML stands, and what its mistakes are reported as. */
export interface YamlSource {
  /** Path relative to the content folder. */
  readonly file: string;
  /** Line of the file that the text starts on, from 1. */
  readonly firstLine: number;
  readonly code: ProblemCode & ('settings-invalid' | 'note-invalid');
  /** `failsafe` reads every value as the text that is written: `2405.17420` keeps its zero. */
  readonly values?: 'core' | 'failsafe';
}

/** One mistake makes many; those after the first ones say nothing new. */
const MOST_SYNTAX_ERRORS = 5;

/**
 * Reads YAML that people write against a schema.
 *
 * @returns the value, or nothing and every mistake at its line.
 */
export function readYaml<T>(
  text: string,
  schema: ZodType<T>,
  { file, firstLine, code, values = 'core' }: YamlSource,
): { value?: T; problems: readonly Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    schema: values,
  });
  const errorAt = (offset: number, fact: string): Problem => {
    const { line, col } = lineCounter.linePos(offset);
    const place = { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
    // Escapes of YAML can stand for any character.
    const shown = withoutInvisible(fact.toWellFormed().replace(/\s+/g, ' '));
    return problem(code, place, { fact: shown });
  };
  const syntax = document.errors
    .slice(0, MOST_SYNTAX_ERRORS)
    .map((error) => errorAt(error.pos[0], `Not valid YAML: ${factOfSyntax(error)}.`));
  if (syntax.length === 0) {
    const refuse = (written: string, name: string, range: Range | null | undefined): void => {
      const fact = `“${written}” would be ${name}; put a text that starts with ${written.charAt(0)} in quotes.`;
      syntax.push(errorAt(range?.[0] ?? 0, fact));
    };
    visit(document, {
      Alias: (_, { source, range }) => {
        refuse(`*${source}`, 'a YAML alias', range);
      },
      Value: (_, { anchor, tag, range }) => {
        if (anchor !== undefined) refuse(`&${anchor}`, 'a YAML anchor', range);
        if (tag !== undefined) refuse(tag.replace(/^(?!!)/, '!'), 'a YAML tag', range);
      },
    });
  }
  if (syntax.length > 0) return { problems: syntax };

  const isEmpty = document.contents === null || !isWritten(document.contents);
  const parsed = schema.safeParse(isEmpty ? {} : document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const fact = key === undefined ? factOf(issue) : 'is unknown here';
      const name = path.length === 0 ? 'The file' : `“${path.join('.')}”`;
      return errorAt(offsetOf(document, path), `${name} ${fact}.`);
    });
  });
  return { problems };
}

/** What a mistake of the syntax is; the one that every title with a colon makes in words of its own. */
function factOfSyntax({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): string {
  return code === 'BLOCK_AS_IMPLICIT_KEY'
    ? "a text with a colon and a space in it needs quotes, as in title: 'Gulls: A Study'"
    : message;
}

function isWritten(node: unknown): boolean {
  return !isScalar(node) || (node.value !== null && node.value !== '');
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'must be a text',
  int: 'must be a whole number',
  number: 'must be a number',
  array: 'must be a list, each item on a line that starts with “- ”',
  object: 'must hold settings of the form “name: value”',
  record: 'must hold lines of the form “name: value”',
};

function factOf(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? issue.message;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array'
      ? 'must not be empty'
      : `must be at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? `must have at most ${String(issue.maximum)} characters`
      : `must be at most ${String(issue.maximum)}`;
  return issue.message;
}

/** Offset of the value at `path`, or of the nearest one above it. */
function offsetOf(document: Document.Parsed, path: readonly unknown[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const name of path) {
    if (isSeq(node)) {
      node = node.items[Number(name)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
