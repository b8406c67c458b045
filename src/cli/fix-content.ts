import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

import type { RawArchive } from '../archive/compile.ts';
import { fixDigest } from '../digest/fix.ts';
import { freeName, type Writing } from './content-writer.ts';

/** What mending digests would write, and how that differs from what is there, as a patch. */
export interface Fixes {
  readonly writings: readonly Writing[];
  readonly patches: readonly string[];
}

/**
 * Mends what needs no judgement in the digests of a content folder.
 *
 * @param isChosen whether a file, by its path in the folder, is to be mended.
 */
export function fixContent(raw: RawArchive, isChosen: (file: string) => boolean): Fixes {
  const taken = new Set(raw.digests.map(({ file }) => file));
  const writings: Writing[] = [];
  const patches: string[] = [];
  for (const digest of raw.digests.filter(({ file }) => isChosen(file))) {
    const fixed = fixDigest(digest, raw.settings.year);
    if (fixed === undefined) continue;
    const before = new TextDecoder().decode(digest.bytes);
    const file = fixed.file === digest.file ? digest.file : freeName(fixed.file, taken);
    if (file === digest.file && fixed.text === before) continue;
    taken.add(file);
    writings.push({ file, text: fixed.text, replaces: digest.file });
    patches.push(patchOf(digest.file, file, before, fixed.text));
  }
  return { writings, patches };
}

/** A patch in which what cannot be seen is spelled out, on both sides alike. */
function patchOf(from: string, to: string, before: string, after: string): string {
  const visible = (text: string): string =>
    text
      .replace(/\r\n/g, '␍\n')
      .replace(/\r/g, '␍')
      .replace(/[ \t]+(?=␍?$)/gm, (space) => '·'.repeat(space.length))
      .replace(/(?![\n\t])[\p{C}\p{Zl}\p{Zp}]/gu, spelledOut);
  return createTwoFilesPatch(from, to, visible(before), visible(after), undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function spelledOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
