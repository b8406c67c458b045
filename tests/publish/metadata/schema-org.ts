import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';

import type { JsonLd } from '../../../src/publish/metadata/json-ld.ts';

/** The part of the vocabulary that pages use. */
interface Vocabulary {
  /** Each with the classes that it is a subclass of. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<
    Record<string, { readonly domain: readonly string[]; readonly range: readonly string[] }>
  >;
}

/** A thing as expansion leaves it (https://www.w3.org/TR/json-ld11-api/#expansion). */
type Expanded = Readonly<Record<string, unknown>>;

const file = join(import.meta.dirname, '../../fixtures/schemas/schema-org.json');
const { classes, properties } = JSON.parse(readFileSync(file, 'utf8')) as Vocabulary;

const BASE = 'http://schema.org/';
/** As the context at https://schema.org says it of the properties that pages use. */
const CONTEXT = {
  '@vocab': BASE,
  ...Object.fromEntries(
    ['url', 'sameAs', 'contentUrl'].map((name) => [name, { '@type': '@id' }] as const),
  ),
  datePublished: { '@type': 'Date' },
};

/**
 * What is wrong with a document by the vocabulary of schema.org, one line each: classes and properties that it does
 * not have, properties of other classes, values of other types, addresses that are not whole.
 */
export async function faultsOf(document: JsonLd): Promise<readonly string[]> {
  const expanded = await jsonld.expand(document, {
    documentLoader: (url) => {
      if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`Asks for ${url}`);
      return Promise.resolve({
        contextUrl: undefined,
        documentUrl: url,
        document: { '@context': CONTEXT },
      } as never);
    },
  });
  if (expanded.length === 0) return ['nothing'];
  return expanded.flatMap((node) => faultsOfNode(node as Expanded));
}

function faultsOfNode(node: Expanded): readonly string[] {
  const types = ((node['@type'] ?? []) as readonly string[]).map(nameOf);
  const [type = ''] = types;
  if (types.length !== 1 || !(type in classes)) return [`a thing of the types “${types.join()}”`];
  const known = superclasses(type);
  return Object.entries(node)
    .filter(([key]) => !key.startsWith('@'))
    .flatMap(([key, values]) => faultsOfProperty(nameOf(key), known, values as Expanded[]));
}

function faultsOfProperty(
  name: string,
  owner: ReadonlySet<string>,
  values: readonly Expanded[],
): readonly string[] {
  // The way of https://schema.org/docs/actions.html to say what an action asks for.
  if (name.endsWith('-input') && owner.has('Action')) return [];
  const property = properties[name];
  if (property === undefined) return [`an unknown property ${name}`];
  const foreign = property.domain.some((each) => owner.has(each))
    ? []
    : [`${name} does not belong`];
  return [...foreign, ...values.flatMap((value) => faultsOfValue(name, property.range, value))];
}

function faultsOfValue(name: string, range: readonly string[], value: Expanded): readonly string[] {
  if ('@list' in value) return [`${name} is a list`];
  if ('@value' in value) {
    const fits = datatypesOf(value).some((each) => range.includes(each));
    return fits ? [] : [`${name}: ${JSON.stringify(value)}`];
  }
  if ('@type' in value) {
    const [type = ''] = (value['@type'] as readonly string[]).map(nameOf);
    const fits = range.some((each) => superclasses(type).has(each));
    return [...(fits ? [] : [`${name} is a ${type}`]), ...faultsOfNode(value)];
  }
  return /^https?:\/\/[^/]+\//.test(String(value['@id']))
    ? []
    : [`${name}: ${JSON.stringify(value)}`];
}

function datatypesOf(value: Expanded): readonly string[] {
  if (typeof value['@type'] === 'string') return [nameOf(value['@type'])];
  if (typeof value['@value'] === 'number') return ['Number', 'Integer'];
  return typeof value['@value'] === 'boolean' ? ['Boolean'] : ['Text'];
}

function superclasses(type: string): ReadonlySet<string> {
  const parents = classes[type] ?? [];
  return new Set([type, ...parents.flatMap((parent) => [...superclasses(parent)])]);
}

function nameOf(iri: string): string {
  return iri.startsWith(BASE) ? iri.slice(BASE.length) : iri;
}
