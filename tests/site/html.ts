import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Every HTML page of a built site, by its path (`papers/x/index.html`). */
export async function readPages(outDir: string): Promise<ReadonlyMap<string, Nodes>> {
  const names = await readdir(outDir, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html')).sort();
  return new Map(
    await Promise.all(pages.map(async (name) => [name, await readPage(outDir, name)] as const)),
  );
}

/** One page of a built site. */
export async function readPage(outDir: string, name: string): Promise<Nodes> {
  return fromHtml(await readFile(join(outDir, name), 'utf8'));
}

/** All elements of a tree that fit, in document order. */
export function elements(tree: Nodes, fits: (element: Element) => boolean): readonly Element[] {
  const below = 'children' in tree ? tree.children.flatMap((child) => elements(child, fits)) : [];
  return tree.type === 'element' && fits(tree) ? [tree, ...below] : below;
}

/** The text of a tree as a reader gets it, white space collapsed. */
export function textContent(tree: Nodes): string {
  return rawText(tree).replace(/\s+/g, ' ').trim();
}

export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

function rawText(tree: Nodes): string {
  if (tree.type === 'text') return tree.value;
  return 'children' in tree ? tree.children.map(rawText).join('') : '';
}
