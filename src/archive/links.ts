import { addressesIn } from '../digest/display-nodes.ts';
import { displayTree } from '../digest/display.ts';
import type { LinkKind, PaperLink } from './types.ts';

/** Host and path to what the page behind them is; the first rule that fits counts. */
const RULES: readonly (readonly [LinkKind, RegExp])[] = [
  ['dataset', /^(?:huggingface\.co|hf\.co)\/datasets\//],
  ['demo', /^(?:huggingface\.co|hf\.co)\/spaces\/|\.hf\.space\/|^[\w-]+\.gradio\.live\//],
  ['paper', /^(?:huggingface\.co|hf\.co)\/papers\//],
  ['project', /^(?:huggingface\.co|hf\.co)\/(?:collections|blog|docs)\//],
  ['model', /^(?:huggingface\.co|hf\.co|modelscope\.cn|www\.modelscope\.cn)\/./],
  [
    'dataset',
    /^(?:www\.)?kaggle\.com\/(?:datasets|competitions|c)\/|^zenodo\.org\/|^figshare\.com\/|^dataverse\./,
  ],
  [
    'code',
    /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com)\/.|^gitlab\.|^git\.|^anonymous\.4open\.science\//,
  ],
  ['code', /^colab\.research\.google\.com\//],
  [
    'paper',
    /^(?:www\.)?arxiv\.org\/|^doi\.org\/|^dx\.doi\.org\/|^openreview\.net\/|^aclanthology\.org\//,
  ],
  ['video', /^(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//],
];

/** The links of an abstract with what they lead to, in the order of the text; anything unknown is a project page. */
export function linksOf(paragraphs: readonly string[]): readonly PaperLink[] {
  const urls = paragraphs.flatMap((text) => addressesIn(displayTree(text)));
  return [...new Set(urls)].map(linkTo);
}

/** A link with what it leads to, judged by its address. */
export function linkTo(address: string): PaperLink {
  const url = new URL(address).href;
  return { kind: kindOf(url), url };
}

function kindOf(url: string): LinkKind {
  const { hostname, pathname } = new URL(url);
  return RULES.find(([, pattern]) => pattern.test(hostname + pathname))?.[0] ?? 'project';
}

/** Rewrites the addresses of known mirrors in a text to the host they stand for. */
export function resolveMirrors(text: string, mirrors: Readonly<Record<string, string>>): string {
  if (!text.includes('://')) return text;
  return text.replace(
    /(https?:\/\/)([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi,
    (address, scheme: string, host: string) => {
      const target = Object.hasOwn(mirrors, host.toLowerCase())
        ? mirrors[host.toLowerCase()]
        : undefined;
      return target === undefined ? address : scheme + target;
    },
  );
}
