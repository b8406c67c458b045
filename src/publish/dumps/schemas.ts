import { z } from 'zod';

import type { SiteUrls } from '../site-urls.ts';
import { archiveRecordSchema } from './archive-record.ts';
import { paperRecordSchema } from './paper-record.ts';

/** The schemas that the site publishes, by their files. */
export const SCHEMAS = {
  'schemas/paper.schema.json': paperRecordSchema,
  'schemas/archive.schema.json': archiveRecordSchema,
} as const;

export type SchemaFile = keyof typeof SCHEMAS;

/** What schemas and their documentation are made of. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * A format as JSON Schema (draft 2020-12, https://json-schema.org/draft/2020-12), which takes fields that it
 * does not know: they may be added.
 */
export function jsonSchema(file: SchemaFile): JsonSchema {
  // What is read, rather than what is written, may have further fields.
  return z.toJSONSchema(SCHEMAS[file], { target: 'draft-2020-12', io: 'input' });
}

/** The text of a schema; it names itself by its address where the site knows that. */
export function schemaText(file: SchemaFile, urls: SiteUrls): string {
  const { $schema, ...rest } = jsonSchema(file);
  const $id = urls.absolute(urls.file(file));
  return `${JSON.stringify({ $schema, ...($id !== undefined && { $id }), ...rest }, null, 1)}\n`;
}
