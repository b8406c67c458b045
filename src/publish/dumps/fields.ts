import type { JsonSchema } from './schemas.ts';

/** A field of a JSON format, as documentation names it. */
export interface Field {
  readonly name: string;
  /** `text`, `list of dates`, `object` … */
  readonly type: string;
  /** Not in every record. */
  readonly isOptional: boolean;
  readonly description: string;
  /** Of the object that it is, or of each in the list that it is. */
  readonly fields: readonly Field[];
}

/** The fields of a schema that describes an object; none of any other. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema): readonly Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (typeof schema === 'boolean') return [];
    return [
      {
        name,
        type: typeOf(schema),
        isOptional: !required.includes(name),
        description: schema.description ?? '',
        fields: fieldsOf(itemsOf(schema) ?? schema),
      },
    ];
  });
}

function typeOf(schema: JsonSchema): string {
  const items = itemsOf(schema);
  if (items !== undefined) return `list of ${typeOf(items)}s`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if (schema.type === 'string') return schema.format ?? 'text';
  if (schema.type === 'integer') return 'number';
  return typeof schema.type === 'string' ? schema.type : 'value';
}

function itemsOf({ items }: JsonSchema): JsonSchema | undefined {
  return typeof items === 'object' && !Array.isArray(items) ? items : undefined;
}
