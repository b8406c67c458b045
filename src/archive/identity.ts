import { createHash } from 'node:crypto';

import type { PaperId } from './types.ts';

/**
 * Which paper a title names: two titles with the same key are one paper. Case, white space, Unicode
 * form, Latin accents and the punctuation that varies between copies do not count; everything else does.
 *
 * Permalinks are made from this key. It is frozen: a change would move published addresses.
 */
export function titleKey(title: string): string {
  const folded = title.normalize('NFKD').toLowerCase();
  const key = folded
    .replace(/([a-z])\p{M}+/gu, '$1')
    .replace(/['’‘ʼ\u061c\u200e\u200f]/g, '')
    .replace(/[\s"“”„«»,.:;!?…()[\]/\u2010-\u2015-]+/g, ' ')
    .trim()
    .normalize('NFC');
  return key === '' ? title.normalize('NFC').replace(/\s+/g, ' ').trim() : key;
}

/** A text that can be the id of a paper, as one; ids are made by `paperId`, this reads one that was written down. */
export function asPaperId(text: string): PaperId | undefined {
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 91 && !RESERVED.test(text);
  return isId ? (text as PaperId) : undefined;
}

const LONGEST_SLUG = 80;

/** Names that mean something else in a path, a route or an object, alone or before a full stop. */
const RESERVED =
  /^(?:con|prn|aux|nul|com\d|lpt\d|index|404|page|new|feed|constructor|prototype|proto|tostring|valueof|hasownproperty)$/;

/** A title that ends like a hash must not take the address of one that needs it. */
const LOOKS_HASHED = /-[0-9a-f]{10}$|^paper-[0-9a-f]{16}$/;

/**
 * The permanent id of the paper with this title key: its slug where the slug says it all, else the slug
 * and a hash of the key. A pure function of the title, so neither other papers nor the order of arrival
 * ever change an address. At most 91 ASCII characters, safe as a file name on every system.
 *
 * Frozen like `titleKey`.
 */
export function paperId(key: string): PaperId {
  const slug = slugOf(key);
  const isComplete =
    slug.replaceAll('-', ' ') === key && !RESERVED.test(slug) && !LOOKS_HASHED.test(slug);
  if (isComplete) return slug as PaperId;
  const hash = createHash('sha256').update(key).digest('hex');
  const id = slug === '' ? `paper-${hash.slice(0, 16)}` : `${slug}-${hash.slice(0, 10)}`;
  return id as PaperId;
}

/** ASCII words joined by hyphens, cut at a word boundary; LaTeX macro names are not words of a title. */
function slugOf(key: string): string {
  const words = key
    .replace(/\\[a-z]+/g, ' ')
    .replace(/[$^_{}\\]/g, '')
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST_SLUG) return slug === '' ? word.slice(0, LONGEST_SLUG) : slug;
    slug = longer;
  }
  return slug;
}
