import { decode, hasInvisible } from '../../../src/digest/decode.ts';
import { bytesOf } from '../../helpers.ts';

/** Keeps a short text from looking like a binary file or an empty one. */
const PADDING = 'ordinary words. '.repeat(4);

/**
 * What is in a published text that nobody can see, or nothing. Joiners and tags are fine where decoding
 * leaves them: inside emoji and joining scripts.
 */
export function unclean(text: string): string | undefined {
  if (!text.isWellFormed()) return 'half a character';
  if (text.includes('\ufffd')) return 'U+FFFD';
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/.test(text)) return 'a control character';
  if (!hasInvisible(text)) return undefined;
  const { problems } = decode({ file: 'a.txt', bytes: bytesOf(PADDING + text) });
  return problems[0]?.message;
}

/** The same for texts that were cut short: a joiner may have lost the emoji it joined. */
export function uncleanCut(text: string): string | undefined {
  return unclean(text.replace(/[\u200d\u{e0020}-\u{e007f}]/gu, ''));
}
