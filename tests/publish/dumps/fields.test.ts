import { expect, test } from 'vitest';
import { z } from 'zod';

import { fieldsOf } from '../../../src/publish/dumps/fields.ts';
import { jsonSchema, SCHEMAS, type SchemaFile } from '../../../src/publish/dumps/schemas.ts';
import type { Field } from '../../../src/publish/dumps/fields.ts';

test('fields have the type, the need and the description that their schema says', () => {
  const schema = z.object({
    name: z.string().describe('A name.'),
    days: z.array(z.string().meta({ format: 'date' })).describe('Some days.'),
    gulls: z.array(z.object({ weight: z.int().optional().describe('In grams.') })),
    kind: z.enum(['a', 'b']),
    version: z.literal(1),
  });
  const plain = { isOptional: false, fields: [] };
  expect(fieldsOf(z.toJSONSchema(schema))).toEqual([
    { ...plain, name: 'name', type: 'text', description: 'A name.' },
    { ...plain, name: 'days', type: 'list of dates', description: 'Some days.' },
    {
      name: 'gulls',
      type: 'list of objects',
      isOptional: false,
      description: '',
      fields: [
        { name: 'weight', type: 'number', isOptional: true, description: 'In grams.', fields: [] },
      ],
    },
    { ...plain, name: 'kind', type: '"a", "b"', description: '' },
    { ...plain, name: 'version', type: '1', description: '' },
  ]);
});

test.each(Object.keys(SCHEMAS) as SchemaFile[])('every field of %s is described', (file) => {
  const all = (fields: readonly Field[]): readonly Field[] =>
    fields.flatMap((field) => [field, ...all(field.fields)]);
  const fields = all(fieldsOf(jsonSchema(file)));
  expect(fields.length).toBeGreaterThan(10);
  for (const { name, description } of fields) expect(description, name).not.toBe('');
});
