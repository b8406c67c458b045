import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';

import type { Archive, Paper } from '../../../archive/types.ts';
import { displayText } from '../../../digest/display.ts';
import { abstractText, excerpt } from '../../../publish/excerpt.ts';
import { titleText } from '../../../publish/title.ts';

/** A file that a generator makes a page from. */
export interface PeerFile {
  /** Below its content folder; the address of the page is the same without `.md`. */
  readonly path: string;
  readonly text: string;
}

/** As long as in our lists. */
const EXCERPT = 240;

/**
 * Text that only CommonMark gives a meaning to is escaped by remark; this is what Hugo and GFM see besides:
 * `{{<` of shortcodes, which Hugo looks for before it reads Markdown, as it does for `<!--more-->`, and `~~`.
 */
const unsafe = ['{', '!', '~'].map((character) => ({
  character,
  inConstruct: 'phrasing' as const,
}));
const markdown = unified().use(remarkStringify, { unsafe }).freeze();

/**
 * What the pages of papers and dates say, as Markdown with YAML front matter: the same plain fields that our
 * pages show. A paper has `title`, `dates` and `links`, its abstract is the body; a date has `title` and
 * `papers` with `id`, `title` and `excerpt`; the home page has `dates`, newest first.
 *
 * @param home the name of the home page's file.
 */
export function* peerPages(archive: Archive, home: string): Generator<PeerFile, void> {
  const listed = new Map<string, { readonly id: string; title: string; excerpt: string }>();
  for (const paper of archive.papers) {
    const { id } = paper;
    const title = titleText(paper.title);
    const dates = [...new Set(paper.appearances.map(({ date }) => date))];
    const links = paper.links.map(({ url }) => url);
    listed.set(id, { id, title, excerpt: excerpt(abstractText(paper), EXCERPT) });
    yield {
      path: `papers/${id}.md`,
      text: pageText({ title, dates, links }, abstractMarkdown(paper)),
    };
  }
  for (const { date, listings } of archive.dates) {
    const papers = listings.flatMap(({ id }) => listed.get(id) ?? []);
    yield { path: `dates/${date}.md`, text: pageText({ title: date, papers }, '') };
  }
  const dates = archive.dates.map(({ date }) => date).toReversed();
  yield { path: home, text: pageText({ title: archive.settings.title, dates }, '') };
}

/** In quotes, whatever it looks like: YAML 1.1 takes `no` and `2025-03-11` for something else than texts. */
function pageText(frontMatter: Readonly<Record<string, unknown>>, body: string): string {
  const yaml = stringify(frontMatter, {
    defaultKeyType: 'PLAIN',
    defaultStringType: 'QUOTE_DOUBLE',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return `---\n${yaml}---\n\n${body}`;
}

function abstractMarkdown(paper: Paper): string {
  const paragraphs = paper.versions[0]?.paragraphs ?? [];
  const children = paragraphs.map((text) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value: displayText(text) }],
  }));
  return markdown.stringify({ type: 'root', children });
}
