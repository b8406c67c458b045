import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'zod';

import { relateArchive } from '../../../src/archive/relate/relate.ts';
import type { RelatedArchive } from '../../../src/archive/relate/types.ts';
import type { Archive, Paper, PaperId } from '../../../src/archive/types.ts';
import { hasInvisible } from '../../../src/digest/decode.ts';
import { SCHEMAS, schemaText, type SchemaFile } from '../../../src/publish/dumps/schemas.ts';
import { archiveOf, day, paperWith } from '../../helpers.ts';
import { NO_RELATIONS, urls } from '../archives.ts';

/** An archive with what its papers have to do with each other. */
export function related(archive: Archive): RelatedArchive {
  return { ...archive, relations: relateArchive(archive).relations };
}

/** An archive of one date with papers of these titles and paragraphs, which nothing has read. */
export function archiveWith(
  texts: readonly (readonly [title: string, ...paragraphs: readonly string[]])[],
): RelatedArchive {
  const papers = texts.map(([title, ...paragraphs], number): Paper =>
    paperWith(title, paragraphs, { id: `paper-${String(number)}` as PaperId }),
  );
  const date = day('2025-03-11');
  const listings = papers.map(({ id }) => ({ id, firstSeen: date, digests: 1 }));
  const issue = { date, digests: [{ file: 'digests/2025-03-11.txt', entries: 1 }], listings };
  return { ...archiveOf({}), papers, dates: [issue], relations: NO_RELATIONS };
}

/** Checks values by the schema that a site publishes. */
export function published(file: SchemaFile): ValidateFunction {
  return compiled(JSON.parse(schemaText(file, urls)));
}

/** Checks values by the same schema, which refuses every field that it does not name. */
export function closed(file: SchemaFile): ValidateFunction {
  return compiled(z.toJSONSchema(SCHEMAS[file], { io: 'output' }));
}

function compiled(schema: unknown): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  return ajv.compile(schema as object);
}

/** Texts as decoding leaves them, of what formats have trouble with. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_`[]<>&#$\\{}^~|=+-.!"\'() a1é灯😀\u00a0'),
      fc.constantFrom('</script><script>alert(1)</script>', ']]>', '=cmd|calc', '\\n', '\\u2028'),
      fc.constantFrom('A } @evil{x', 'TY  - BOOK', '__proto__', '\\emph{', '\\textbf{', '$x_i^2$'),
      fc.constantFrom('https://example.org/a_b', '1. ', '- ', '# ', '> ', '    ', '---', '<b>'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((each) => each !== '' && !hasInvisible(each) && !/\p{Cc}/u.test(each));
