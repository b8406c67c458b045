import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** What each of `tests/fixtures/schemas/` is a schema of. */
type XmlSchema = 'atom.rng' | 'sitemap.xsd' | 'siteindex.xsd' | 'opensearch.rng';

function schema(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures/schemas', name), 'utf8');
}

/** What libxml2 finds wrong with documents: nothing where they are well-formed and keep to the schema. */
export async function xmlFaults(
  documents: readonly string[],
  name: XmlSchema,
): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${String(index)}.xml`, contents })),
    schema: schema(name),
    extension: name.endsWith('.rng') ? 'relaxng' : 'schema',
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}

/** The texts of the elements of a name, in order, as libxml2 reads them. */
export async function elementTexts(document: string, name: string): Promise<readonly string[]> {
  // Canonical XML has one way to write a text (https://www.w3.org/TR/xml-c14n11/#ProcessingModel).
  const { normalized, errors } = await validateXML({ xml: document, normalization: 'c14n' });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const found = normalized.matchAll(
    new RegExp(`<${name}(?: (?:[^">]|"[^"]*")*)?>([^<]*)</${name}>`, 'g'),
  );
  return Array.from(found, ([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#xD;', '\r')
      .replaceAll('&amp;', '&'),
  );
}

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const isJsonFeed = ajv.compile(JSON.parse(schema('json-feed.json')) as object);

/** What Ajv finds wrong with a JSON Feed. */
export function jsonFeedFaults(text: string): readonly string[] {
  isJsonFeed(JSON.parse(text));
  return (isJsonFeed.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}
