import { unknownMacro } from './latex-names.ts';
import { problem } from './problems.ts';
import type { Digest, Entry, Paragraph, Problem } from './types.ts';
import { addressAt } from './web-address.ts';

/**
 * What a careful reader would ask about a digest that is published as it is: signs of Markdown in titles,
 * abstracts that end in the middle, LaTeX nobody knows, addresses that are no links or lead through another
 * host, text that comes back.
 *
 * @param mirrors host of a mirror → the host it stands for.
 */
export function reviewDigest(
  digest: Digest,
  mirrors: Readonly<Record<string, string>>,
): readonly Problem[] {
  const { file, entries } = digest;
  return [
    ...entries.flatMap((entry) => reviewEntry(file, entry, mirrors)),
    ...repeatedParagraphs(file, entries),
  ];
}

function reviewEntry(
  file: string,
  { title, abstract }: Entry,
  mirrors: Readonly<Record<string, string>>,
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
    const macro = unknownMacro(paragraph.text);
    if (macro !== undefined)
      found.push(problem('latex-unknown', placeIn(file, paragraph, macro), { macro }));
    for (const address of unusableAddresses(paragraph.text))
      found.push(problem('link-unusable', placeIn(file, paragraph, address), { address }));
    const proxied = addressesIn(paragraph.text).find(
      (address) => PROXIED.test(address) || Object.hasOwn(mirrors, hostOf(address)),
    );
    if (proxied !== undefined)
      found.push(throughAnotherHost(placeIn(file, paragraph, proxied), proxied, mirrors));
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
  return isCut ? text.slice(-30) : undefined;
}

/** Addresses in a text that are shown as text: malformed, or with a user name. */
function unusableAddresses(text: string): readonly string[] {
  return [...text.matchAll(ADDRESS)]
    .filter(({ index }) => addressAt(text, index) === undefined)
    .map(([address]) => address);
}

const ADDRESS = /https?:\/\/[^\s<>"{}|\\^`]+/gi;

function addressesIn(text: string): readonly string[] {
  return text.includes('://') ? (text.match(ADDRESS) ?? []) : [];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function throughAnotherHost(
  place: { file: string; line: number; column: number },
  address: string,
  mirrors: Readonly<Record<string, string>>,
): Problem {
  const host = hostOf(address);
  if (!Object.hasOwn(mirrors, host)) return problem('link-proxied', place, { address });
  return problem('link-rewritten', place, { address, host: mirrors[host] ?? '' });
}

/** Hosts that stand between a reader and the page, and addresses that carry another one. */
const PROXIED = new RegExp(
  [
    String.raw`^https?:\/\/(?:[\w-]+\.)*(?:workers\.dev|translate\.goog|urldefense\.com|lnkd\.in|t\.co)(?:\/|$)`,
    String.raw`^https?:\/\/(?:[\w-]+\.)*safelinks\.protection\.outlook\.com\/`,
    String.raw`^https?:\/\/(?:[\w-]+\.)*(?:e?z?proxy|ghproxy|mirror)[\w-]*\.`,
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

/** The place of something in a paragraph; exact where the paragraph is one line of the file. */
function placeIn(
  file: string,
  paragraph: Paragraph,
  part: string,
): { file: string; line: number; column: number } {
  const offset = Math.max(paragraph.text.indexOf(part), 0);
  return { file, line: paragraph.line, column: paragraph.column + offset };
}
