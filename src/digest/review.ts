import { unknownMacro } from './latex-names.ts';
import { problem } from './problems.ts';
import { decode } from './decode.ts';
import type { Digest, Entry, Paragraph, Problem, RawDigest } from './types.ts';
import { addressAt } from './web-address.ts';
import { type Place, writtenPlaces } from './written-places.ts';

/**
 * What a careful reader would ask about a digest that is published as it is: signs of Markdown in titles,
 * abstracts that end in the middle, LaTeX nobody knows, addresses that are no links or lead through another
 * host, text that comes back.
 *
 * @param mirrors host of a mirror → the host it stands for.
 * @param source what the digest was read from.
 */
export function reviewDigest(
  digest: Digest,
  mirrors: Readonly<Record<string, string>>,
  source: RawDigest,
): readonly Problem[] {
  const { file, entries } = digest;
  let lines: readonly string[] | undefined;
  let current: { paragraph: Paragraph; placeAt: (index: number) => Place } | undefined;
  const placeOf: PlaceOf = (paragraph, index) => {
    lines ??= decode(source).lines;
    if (current?.paragraph !== paragraph)
      current = { paragraph, placeAt: writtenPlaces(lines, paragraph) };
    return { file, ...current.placeAt(index) };
  };
  return [
    ...entries.flatMap((entry) => reviewEntry(file, entry, mirrors, placeOf)),
    ...repeatedParagraphs(file, entries),
  ];
}

/** The place in the file of what stands at an index of a paragraph. */
type PlaceOf = (paragraph: Paragraph, index: number) => Place & { readonly file: string };

function reviewEntry(
  file: string,
  { title, abstract }: Entry,
  mirrors: Readonly<Record<string, string>>,
  placeOf: PlaceOf,
): readonly Problem[] {
  const found: Problem[] = [];
  const details = { title: title.text };
  const markup = MARKUP.exec(title.text)?.[0].trim();
  if (markup !== undefined)
    found.push(problem('title-markup', { file, ...title }, { ...details, markup }));
  if (looksLikeAbstract(title.text))
    found.push(problem('title-like-abstract', { file, ...title }, details));
  const last = abstract.at(-1);
  const end = last && cutEnd(last.text);
  if (last && end !== undefined)
    found.push(problem('abstract-cut-off', { file, ...last }, { ...details, end }));
  for (const paragraph of [title, ...abstract]) {
    const unknown = unknownMacro(paragraph.text);
    if (unknown) {
      const { macro, index } = unknown;
      found.push(problem('latex-unknown', placeOf(paragraph, index), { macro }));
    }
    found.push(...reviewAddresses(paragraph, mirrors, placeOf));
  }
  return found;
}

/** Signs that Markdown, a list or a copied link puts at the start of a title. */
const MARKUP = /^(?:#{1,6} |[-*•+] |\d{1,3}[.)] |\*\*|\[[^\]]+\]\(|>\s|title:\s)/i;

function looksLikeAbstract(title: string): boolean {
  const sentences = title.match(/\p{Ll}[.] +\p{Lu}\p{Ll}/gu)?.length ?? 0;
  return title.length > 250 || sentences > 1 || (title.endsWith('.') && title.length > 120);
}

/** Words that no sentence ends with. */
const OPEN_WORD =
  /(?:^|\s)(?:a|an|the|of|for|with|and|or|but|to|from|by|in|on|at|as|that|which|is|are|was|were|be|our|their|its|this|these|than|via|into|between|because|while|we)$/;

/** The end of a text that was cut, if it looks so. */
function cutEnd(text: string): string | undefined {
  const isCut = /(?:\.\.\.|…|[,;([{–—-])$/.test(text) || OPEN_WORD.test(text);
  return isCut ? [...text.slice(-60)].slice(-30).join('') : undefined;
}

const ADDRESS = /https?:\/\/[^\s<>"{}|\\^`]+/gi;

/** Addresses that are shown as text (malformed, or with a user name), or lead through another host. */
function reviewAddresses(
  paragraph: Paragraph,
  mirrors: Readonly<Record<string, string>>,
  placeOf: PlaceOf,
): readonly Problem[] {
  const { text } = paragraph;
  if (!text.includes('://')) return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
    const found = addressAt(text, index);
    if (found === undefined)
      return [problem('link-unusable', placeOf(paragraph, index), { address })];
    const { url, written } = found;
    const { hostname } = new URL(url);
    if (Object.hasOwn(mirrors, hostname)) {
      const details = { address: written, host: mirrors[hostname] ?? '' };
      return [problem('link-rewritten', placeOf(paragraph, index), details)];
    }
    if (!PROXIED.test(url)) return [];
    return [problem('link-proxied', placeOf(paragraph, index), { address: written })];
  });
}

/** Hosts that stand between a reader and the page, and addresses that carry another one. */
const PROXIED = new RegExp(
  [
    String.raw`^https?:\/\/(?:[\w-]+\.)*(?:workers\.dev|translate\.goog|urldefense\.com|lnkd\.in|t\.co)(?:\/|$)`,
    String.raw`^https?:\/\/(?:[\w-]+\.)*safelinks\.protection\.outlook\.com\/`,
    String.raw`^https?:\/\/(?:[\w-]+\.)*(?:[\w-]+-)?(?:\w{0,4}proxy|mirrors?)(?:-?\d+)?\.(?!git(?:hub|lab)\.io\/)`,
    String.raw`^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?`,
    String.raw`^https?:\/\/(?!web\.archive\.org\/)[^/]+\/.*https?(?::\/\/|%3A%2F%2F)`,
  ].join('|'),
  'i',
);

/** Entries that have the same paragraph, from so many on, took it from the page. */
const OFTEN = 3;

function repeatedParagraphs(file: string, entries: readonly Entry[]): readonly Problem[] {
  const places = new Map<string, Paragraph[]>();
  for (const paragraph of entries.flatMap(({ abstract }) => abstract)) {
    const same = places.get(paragraph.text);
    if (same) same.push(paragraph);
    else places.set(paragraph.text, [paragraph]);
  }
  return [...places].flatMap(([text, same]) => {
    const [first] = same;
    if (first === undefined || same.length < OFTEN) return [];
    return [problem('paragraph-repeated', { file, ...first }, { text, times: same.length })];
  });
}
