import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import type { PhrasingContent } from 'mdast';
import { beforeAll, describe, expect, inject, test } from 'vitest';

import { compileArchive } from '../../src/archive/compile.ts';
import { paperId, titleKey } from '../../src/archive/identity.ts';
import { resolveMirrors } from '../../src/archive/links.ts';
import type { Archive } from '../../src/archive/types.ts';
import { textOf } from '../../src/digest/display-nodes.ts';
import { displayTree } from '../../src/digest/display.ts';
import { readDigest } from '../../src/digest/read.ts';
import { readContentFolder } from '../../src/loaders/content-folder.ts';
import { PROJECT } from './build.ts';
import { elements, hasClass, readPage, textContent } from './html.ts';

const SITES = [
  ['the sample archive', inject('sample'), join(PROJECT, 'content')],
  ['the awkward archive', inject('awkward'), join(PROJECT, 'tests/fixtures/awkward-archive')],
  ['the bad inputs', inject('badInputs'), inject('badInputsContent')],
  ...(inject('real') === ''
    ? []
    : [['the real digests', inject('real'), join(inject('real'), '../real-content')] as const]),
] as const;

describe.each(SITES)('in %s', (_, site, content) => {
  let archive: Archive;
  beforeAll(async () => {
    archive = compileArchive(await readContentFolder(content));
  });

  test('every block of every file is page text, published or left out with a report', async () => {
    const written = JSON.parse(await readFile(join(site, 'archive.json'), 'utf8')) as Archive;
    const names = await readdir(join(content, 'digests'));
    const accounted = new Set([
      ...written.digests.map((digest) => digest.file),
      ...written.problems.map((found) => found.file),
    ]);
    expect(names.map((name) => `digests/${name}`).filter((file) => !accounted.has(file))).toEqual(
      [],
    );
    for (const { file, tally } of written.digests) {
      const { blocks, pageText, titles, abstracts, leftOut } = tally;
      expect(pageText + titles + abstracts + leftOut, file).toBe(blocks);
      const isReported = written.problems.some((found) => found.file === file);
      expect(leftOut === 0 || isReported, file).toBe(true);
    }
  });

  test('every entry is on its page and on the page of its date, word for word', async () => {
    const { settings } = archive;
    const raw = await readContentFolder(content);
    const missing: string[] = [];
    for (const digest of raw.digests.map((each) => readDigest(each, settings.year))) {
      if (digest.date === undefined) continue;
      const datePage = textContent(await readPage(site, `dates/${digest.date}/index.html`));
      for (const { title, abstract } of digest.entries) {
        const id = paperId(titleKey(title.text));
        const page = await readPage(site, `papers/${id}/index.html`);
        const text = proseOf(page);
        const where = `${digest.file}:${String(title.line)}`;
        const listed = `${digest.file.replace('digests/', '')}, line ${String(title.line)}`;
        if (!textContent(page).includes(listed)) missing.push(`${where} appearance`);
        const shown = archive.papers.find((paper) => paper.id === id)?.title ?? '';
        if (!datePage.includes(withoutMath(displayTree(shown)).slice(0, 20)))
          missing.push(`${where} on its date`);
        for (const paragraph of abstract) {
          const source = resolveMirrors(paragraph.text, settings.links.mirrors).normalize('NFC');
          if (!text.includes(withoutMath(displayTree(source)))) missing.push(`${where} abstract`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  test('every paper has one heading, its title', async () => {
    for (const { id, title } of archive.papers) {
      const page = await readPage(site, `papers/${id}/index.html`);
      const headings = elements(page, (element) => element.tagName === 'h1').map(htmlWithoutMath);
      expect(headings).toEqual([withoutMath(displayTree(title))]);
    }
  });

  test('the counts of archive.json are those of the published pages', async () => {
    const { counts } = JSON.parse(await readFile(join(site, 'archive.json'), 'utf8')) as {
      counts: Record<string, number>;
    };
    const folders = async (name: string): Promise<number> =>
      (await readdir(join(site, name), { withFileTypes: true })).filter((entry) =>
        entry.isDirectory(),
      ).length;
    const files = await readdir(site, { recursive: true, withFileTypes: true });
    expect(counts).toMatchObject({
      papers: await folders('papers'),
      dates: await folders('dates'),
      entries: archive.papers.flatMap((paper) => paper.appearances).length,
      files: files.filter((entry) => entry.isFile()).length,
    });
  });
});

/** The abstract on a paper page as plain text, formulas left out. */
function proseOf(page: Nodes): string {
  return elements(page, (element) => hasClass(element, 'prose'))
    .map(htmlWithoutMath)
    .join(' ');
}

function htmlWithoutMath(tree: Nodes): string {
  const strip = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'element' && node.tagName === 'math') return ' ';
    return 'children' in node ? node.children.map(strip).join('') : '';
  };
  return strip(tree).replace(/\s+/g, ' ').trim();
}

/** What is displayed of a text besides its formulas; one that cannot be set is shown as written. */
function withoutMath(nodes: readonly PhrasingContent[]): string {
  const strip = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') return isSet(node.value) ? ' ' : `$${node.value}$`;
    return 'children' in node ? node.children.map(strip).join('') : textOf([node]);
  };
  return nodes.map(strip).join('').replace(/\s+/g, ' ').trim();
}

function isSet(tex: string): boolean {
  return !/\\(?:def|href|style)/.test(tex);
}
