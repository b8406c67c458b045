import type { List, RootContent } from 'mdast';

import { DATA_FILES, type DataFile } from '../publish/dumps/data-files.ts';
import { DATA_RULES } from '../publish/dumps/data-rules.ts';
import { type Field, fieldsOf } from '../publish/dumps/fields.ts';
import { jsonSchema } from '../publish/dumps/schemas.ts';
import { code, heading, list, paragraph } from '../publish/markdown-nodes.ts';
import { stringify } from '../publish/markdown.ts';

/** Where the documentation of the formats is kept for people to read. */
export const FORMATS_PAGE = '.github/formats.md';

/** What a site offers as data, with the fields of each format, as a Markdown page. */
export function formatsPage(): string {
  return stringify([
    heading(1, 'The archive as data'),
    paragraph(
      'Made from src/publish/dumps by npm run docs. The page “Data” of every site says the same of its own files.',
    ),
    ...DATA_FILES.flatMap(({ title, files }) => [heading(2, title), ...files.flatMap(section)]),
    heading(2, 'What holds for all of them'),
    ...DATA_RULES.map(([title, text]) =>
      paragraph({ type: 'strong', children: [{ type: 'text', value: `${title}.` }] }, ` ${text}`),
    ),
  ]);
}

function section({ name, format, holds, size, schema }: DataFile): readonly RootContent[] {
  return [
    heading(3, [code(name)]),
    paragraph(`${format}. ${holds} ${size}`),
    ...(schema === undefined
      ? []
      : [paragraph('Fields, as in ', code(schema), ':'), fieldList(fieldsOf(jsonSchema(schema)))]),
  ];
}

function fieldList(fields: readonly Field[]): List {
  return list(
    fields.map(({ name, type, isOptional, description, fields: below }) => [
      paragraph(code(name), ` (${type}${isOptional ? ', optional' : ''}) ${description}`),
      below.length === 0 ? undefined : fieldList(below),
    ]),
  );
}
