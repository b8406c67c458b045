import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { elements, readPages } from './html.ts';

describe.each([
  ['at the root of its host', inject('sample'), '/'],
  ['under /archive', inject('sampleUnderBase'), '/archive/'],
  ['of the awkward archive', inject('awkward'), '/'],
  ['of the archive with notes', inject('noted'), '/archive/'],
  ['of the bad inputs', inject('badInputs'), '/'],
])('the site %s', (_, outDir, base) => {
  test('links only to pages and files that it has', async () => {
    const broken: string[] = [];
    for (const [name, tree] of await readPages(outDir)) {
      const targets = elements(tree, () => true).flatMap(({ properties }) =>
        [properties['href'], properties['src'], properties['action']].filter(
          (value): value is string => typeof value === 'string',
        ),
      );
      for (const target of targets) {
        if (/^(?:https?:)?\/\//.test(target) || target.startsWith('#')) continue;
        const [place = ''] = target.split('?');
        const path = place.startsWith(base) ? place.slice(base.length) : undefined;
        const file =
          path === undefined || path.endsWith('/') || path === ''
            ? `${path ?? '?'}index.html`
            : path;
        if (path === undefined || !existsSync(join(outDir, decodeURIComponent(file))))
          broken.push(`${name} → ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

test('pages name their permanent address when the address of the site is known', async () => {
  const pages = await readPages(inject('sampleUnderBase'));
  const canonical = elements(
    pages.get('papers/data-filtering-networks/index.html') ?? { type: 'root', children: [] },
    ({ tagName, properties }) => tagName === 'link' && String(properties['rel']) === 'canonical',
  );
  expect(canonical.map((link) => link.properties['href'])).toEqual([
    'https://papers.example.org/archive/papers/data-filtering-networks/',
  ]);
});
