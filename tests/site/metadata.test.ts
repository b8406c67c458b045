import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { describe, expect, inject, test } from 'vitest';

import type { JsonLd } from '../../src/publish/metadata/json-ld.ts';
import { faultsOf } from '../publish/metadata/schema-org.ts';
import { elements, readPage, readPages, textContent } from './html.ts';

const HOST = 'https://papers.example.org';
const SITES = [
  ['the sample archive', inject('sampleUnderBase'), '/archive/'],
  ['an archive with every kind of note', inject('noted'), '/archive/'],
  ['the awkward archive', inject('awkward'), '/'],
] as const;
const GULLS = 'papers/a-study-of-gulls/index.html';

/** The contents of the tags of a name or property. */
function contents(tree: Nodes, key: string): readonly string[] {
  return elements(
    tree,
    ({ tagName, properties }) =>
      tagName === 'meta' && (properties['name'] === key || properties['property'] === key),
  ).map(({ properties }) => String(properties['content']));
}

function dataBlocks(tree: Nodes): readonly Element[] {
  return elements(
    tree,
    ({ tagName, properties }) =>
      tagName === 'script' && properties['type'] === 'application/ld+json',
  );
}

/** The first thing that a page describes. */
function thing(tree: Nodes): JsonLd | undefined {
  const [block] = dataBlocks(tree);
  const [text] = block?.children ?? [];
  if (text?.type !== 'text') return undefined;
  return (JSON.parse(text.value) as { '@graph': readonly JsonLd[] })['@graph'][0];
}

describe.each(SITES)('the pages of %s', (_, site, base) => {
  test('describe themselves in terms of schema.org, once at most', async () => {
    let described = 0;
    for (const [name, tree] of await readPages(site)) {
      const [block, ...others] = dataBlocks(tree);
      expect(others, name).toEqual([]);
      const [text] = block?.children ?? [];
      if (text?.type !== 'text') continue;
      expect(await faultsOf(JSON.parse(text.value) as JsonLd), name).toEqual([]);
      described += 1;
    }
    expect(described).toBeGreaterThan(4);
  });

  test('say the address of the page and of an image that is there', async () => {
    for (const [name, tree] of await readPages(site)) {
      const [image = ''] = contents(tree, 'og:image');
      expect(image, name).toMatch(new RegExp(`^${HOST}${base}.*\\.png$`));
      expect(existsSync(join(site, image.slice(`${HOST}${base}`.length))), image).toBe(true);
      const canonical = elements(tree, ({ properties }) =>
        [properties['rel']].flat().includes('canonical'),
      ).map(({ properties }) => String(properties['href']));
      expect(contents(tree, 'og:url'), name).toEqual(canonical);
    }
  });

  test('of papers have a title, an address and a kind for Zotero', async () => {
    for (const [name, tree] of await readPages(site)) {
      const described = thing(tree);
      const isPaper = described?.['@type'] === 'ScholarlyArticle';
      expect(contents(tree, 'z:itemType'), name).toEqual(isPaper ? ['document'] : []);
      if (!isPaper) continue;
      const [heading] = elements(tree, ({ tagName }) => tagName === 'h1');
      const [title = ''] = contents(tree, 'DC.title');
      expect(described['name']).toBe(title);
      // A formula is MathML in the heading and plain text elsewhere.
      if (heading && elements(heading, ({ tagName }) => tagName === 'math').length === 0)
        expect(title.replace(/\s+/g, ' ').trim(), name).toBe(textContent(heading));
      expect(contents(tree, 'og:url'), name).toEqual([described['url']]);
    }
  });

  test('have an image for each date, and one for the archive', async () => {
    const dates = (await readdir(join(site, 'dates'), { withFileTypes: true })).filter((entry) =>
      entry.name.endsWith('.png'),
    );
    expect(dates.length).toBeGreaterThan(0);
    for (const { name } of dates) {
      const image = await readFile(join(site, 'dates', name));
      expect([image.readUInt32BE(16), image.readUInt32BE(20)], name).toEqual([1200, 630]);
      expect(image.length, name).toBeLessThanOrEqual(30_000);
      const page = await readPage(site, `dates/${name.replace('.png', '')}/index.html`);
      expect(contents(page, 'og:image')).toEqual([`${HOST}${base}dates/${name}`]);
    }
    expect(existsSync(join(site, 'social.png'))).toBe(true);
  });
});

test('a paper with authors has what Google Scholar and reference managers read', async () => {
  const page = await readPage(inject('noted'), GULLS);
  expect(contents(page, 'citation_author')).toEqual([
    'Keeper, Ada',
    'Ben Harbour',
    'Zoë Ångström-O’Hara',
  ]);
  expect(contents(page, 'citation_publication_date')).toEqual(['2024']);
  expect(contents(page, 'citation_pdf_url')).toEqual([]);
  expect(contents(page, 'DC.source')).toEqual(['Journal of Shelves 12']);
  expect(thing(page)).toMatchObject({
    author: [{ name: 'Ada Keeper' }, { name: 'Ben Harbour' }, { name: 'Zoë Ångström-O’Hara' }],
    datePublished: '2024',
    sameAs: ['https://arxiv.org/abs/2403.01230v2', 'https://doi.org/10.1000/gulls%3C182%3E'],
  });
});

test('a page that is withdrawn or has moved describes no paper', async () => {
  for (const name of [
    'papers/harbours-without-water/index.html',
    'papers/tides-in-jars/index.html',
  ]) {
    const page = await readPage(inject('noted'), name);
    expect(dataBlocks(page), name).toEqual([]);
    expect(contents(page, 'DC.title'), name).toEqual([]);
  }
});

test('a site that does not know its address has no image and nothing that needs one', async () => {
  const site = inject('sample');
  expect(existsSync(join(site, 'social.png'))).toBe(false);
  for (const [name, tree] of await readPages(site)) {
    expect(dataBlocks(tree), name).toEqual([]);
    for (const key of ['og:url', 'og:image', 'citation_abstract_html_url'])
      expect(contents(tree, key), name).toEqual([]);
    expect(contents(tree, 'og:title'), name).toHaveLength(1);
  }
});

test('breadcrumbs lead from a paper, a topic and a letter to what they are part of', async () => {
  const crumbs = async (name: string): Promise<readonly unknown[]> => {
    const page = await readPage(inject('sample'), name);
    const [trail] = elements(page, ({ properties }) => properties['ariaLabel'] === 'Breadcrumb');
    return trail === undefined
      ? []
      : elements(trail, ({ tagName }) => tagName === 'a').map((a) => a.properties['href']);
  };
  expect(await crumbs('papers/data-filtering-networks/index.html')).toEqual(['/dates/2025-03-11/']);
  expect(await crumbs('topics/graph-neural-networks/index.html')).toEqual(['/topics/']);
  expect(await crumbs('titles/s/index.html')).toEqual(['/papers/']);
});
