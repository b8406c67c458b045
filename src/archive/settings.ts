import { LineCounter, parseDocument } from 'yaml';
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
  language: z.string().min(2).default('en'),
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
  if (syntax.length > 0) return { settings: defaultSettings, problems: syntax };

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
    return errorAt(offsetOf(document, path), `“${path.join('.')}”: ${issue.message}.`);
  });
  return { settings: defaultSettings, problems };
}

type YamlDocument = ReturnType<typeof parseDocument>;

/** Offset of the node at `path`, or of the nearest node above it. */
function offsetOf(document: YamlDocument, path: readonly unknown[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
