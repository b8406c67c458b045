import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import type { Archive } from '../../../../src/archive/types.ts';
import { peerPages } from '../../../../src/cli/bench/peers/peer-pages.ts';
import { displayText } from '../../../../src/digest/display.ts';
import { titleText } from '../../../../src/publish/title.ts';
import { abstractOn, archiveOf, blocks, digestOf, paperWith } from '../../../helpers.ts';
import { propertySeed } from '../../../property-seed.ts';

/** Each file by its path, as its front matter, unread, and its body. */
function pagesOf(archive: Archive): ReadonlyMap<string, { yaml: string; body: string }> {
  const files = [...peerPages(archive, 'index.md')];
  return new Map(
    files.map(({ path, text }) => {
      const [, yaml = '', body = ''] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(text) ?? [];
      return [path, { yaml, body }];
    }),
  );
}

function frontMatter(archive: Archive, path: string): unknown {
  return parse(pagesOf(archive).get(path)?.yaml ?? '');
}

/** The pages of an archive of one paper. */
function pagesWith(title: string, ...paragraphs: string[]): ReturnType<typeof pagesOf> {
  return pagesOf({ ...archiveOf({}), papers: [paperWith(title, paragraphs)] });
}

describe('peerPages', () => {
  const archive = archiveOf({
    '2025-03-11.txt': blocks('Gulls', `${abstractOn('gulls')} See https://example.org/gulls.`),
    '2025-03-14.txt': digestOf('Tides', 'Gulls'),
  });

  test('makes a page for each paper and each date, and one for the home page', () => {
    expect([...pagesOf(archive).keys()]).toEqual([
      'papers/gulls.md',
      'papers/tides.md',
      'dates/2025-03-11.md',
      'dates/2025-03-14.md',
      'index.md',
    ]);
  });

  test('a paper has its title, its dates, its links and its newest abstract', () => {
    const linked = archiveOf({
      '2025-03-11.txt': blocks('Gulls', `${abstractOn('gulls')} See https://example.org/gulls.`),
    });
    expect(frontMatter(linked, 'papers/gulls.md')).toEqual({
      title: 'Gulls',
      dates: ['2025-03-11'],
      links: ['https://example.org/gulls'],
    });
    expect(frontMatter(archive, 'papers/gulls.md')).toMatchObject({
      dates: ['2025-03-11', '2025-03-14'],
    });
    expect(pagesOf(archive).get('papers/gulls.md')?.body).toBe(`${abstractOn('Gulls')}\n`);
  });

  test('a date has its papers in their order, with the starts of their abstracts', () => {
    expect(frontMatter(archive, 'dates/2025-03-14.md')).toEqual({
      title: '2025-03-14',
      papers: ['Tides', 'Gulls'].map((title) => ({
        id: title.toLowerCase(),
        title,
        excerpt: expect.stringMatching(/^This invented abstract is about .{100,}…$/) as string,
      })),
    });
  });

  test('the home page has the dates, newest first', () => {
    expect(frontMatter(archive, 'index.md')).toEqual({
      title: archive.settings.title,
      dates: ['2025-03-14', '2025-03-11'],
    });
  });
});

test.each([
  'no',
  '2025-03-11',
  '1e3',
  '12:30:00',
  '~',
  'a: {b} # "c"',
  '{{ x }} {% y %}',
  'ß\u2028',
])('a title is a text for old readers of YAML and new ones: %j', (title) => {
  const yaml = pagesWith(title).get('papers/invented.md')?.yaml ?? '';
  for (const version of ['1.1', '1.2'] as const)
    expect(parse(yaml, { version })).toMatchObject({ title: titleText(title) });
});

describe('the text of an abstract', () => {
  const readers = Promise.all(
    [true, false].map((gfm) =>
      createSatteriMarkdownProcessor({ features: { gfm, smartPunctuation: false } }),
    ),
  );
  const textOf = (node: Nodes): string =>
    node.type === 'text'
      ? node.value
      : 'children' in node
        ? node.children.map(textOf).join('')
        : '';

  async function textsOf(body: string): Promise<readonly string[]> {
    const rendered = (await readers).map(async (reader) => (await reader.render(body)).code);
    return (await Promise.all(rendered)).map((html) => textOf(fromHtml(html, { fragment: true })));
  }

  const SIGNS = [
    '{{<',
    '{{%',
    '{{',
    '}}',
    '{%',
    '%}',
    '<!--more-->',
    '~~',
    '~',
    '`',
    '*',
    '_',
    '#',
  ];
  const MORE = [
    '---',
    '\\',
    '<b>',
    '&amp;',
    '[x](y)',
    '[^1]',
    '!',
    '{#id}',
    '|',
    ':',
    '1.',
    '>',
    'a',
  ];

  test('is read as it is, with and without the extensions of GFM', async () => {
    const parts = fc.array(fc.tuple(fc.constantFrom(...SIGNS, ...MORE), fc.constantFrom('', ' ')), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(parts, async (chosen) => {
        const source = chosen.flat().join('').trim();
        const body = pagesWith('Gulls', source).get('papers/invented.md')?.body ?? '';
        for (const text of await textsOf(body))
          expect(text.trim()).toBe(displayText(source).trim());
      }),
      { seed: propertySeed },
    );
  });

  test.each(['{{<', '{{%', '<!--more-->'])(
    'holds nothing that Hugo reads before Markdown: %s',
    (sign) => {
      const body = pagesWith('Gulls', `Gulls ${sign} x ${sign}`).get('papers/invented.md')?.body;
      expect(body).toContain('Gulls');
      expect(body).not.toContain(sign);
    },
  );
});
