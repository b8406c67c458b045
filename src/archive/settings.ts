import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';

import { problem } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';

const host = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, 'a host name such as example.org');

const schema = z.strictObject({
  title: z.string().min(1).default('Paper archive'),
  description: z.string().min(1).default('Papers by date, with full-text search.'),
  /** Language of the papers, as a BCP 47 tag. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en or pt-BR')
    .default('en'),
  /** The year of digests whose date line and file name state none. */
  year: z.int().min(1000).max(9999).optional(),
  links: z
    .strictObject({
      /** Host of a mirror or proxy → the host it stands for. */
      mirrors: z.record(host, host).default({}),
    })
    .prefault({}),
});

/** What `archive.yaml` says, with every default filled in. */
export type Settings = z.infer<typeof schema>;

/** The settings of a content folder without `archive.yaml`. */
export const defaultSettings: Settings = schema.parse({});

/**
 * Reads `archive.yaml`.
 *
 * @param file its path relative to the content folder, for the problems.
 * @returns the settings, or the defaults and every error with its line.
 */
export function readSettings(
  text: string,
  file: string,
): { settings: Settings; problems: readonly Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const errorAt = (offset: number, fact: string): Problem => {
    const { line, col } = lineCounter.linePos(offset);
    return problem(
      'settings-invalid',
      { file, line: Math.max(line, 1), column: Math.max(col, 1) },
      { fact },
    );
  };
  const syntax = document.errors.map((error) =>
    errorAt(error.pos[0], `Not valid YAML: ${error.message}.`),
  );
  if (syntax.length === 0)
    visit(document, {
      Alias: (_, { source, range }) => {
        const fact = `“*${source}” would be a YAML alias; put a text that starts with * in quotes.`;
        syntax.push(errorAt(range?.[0] ?? 0, fact));
      },
    });
  if (syntax.length > 0) return { settings: defaultSettings, problems: syntax };

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const fact = key === undefined ? issue.message : 'There is no such setting';
      return errorAt(offsetOf(document, path), `“${path.join('.')}”: ${fact}.`);
    });
  });
  return { settings: defaultSettings, problems };
}

/** Offset of the setting at `path`, or of the nearest one above it. */
function offsetOf(document: Document.Parsed, path: readonly unknown[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const name of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
