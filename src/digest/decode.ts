import { limits } from './limits.ts';
import { problem } from './problems.ts';
import type { Problem, RawDigest } from './types.ts';

/** The lines of a digest, or none when the file was rejected. */
export interface Decoded {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Bytes to lines. Reads UTF-8 with or without a byte order mark and any line end (LF, CRLF, CR,
 * U+0085, U+2028, U+2029); removes what no reader can see and reports it; never yields U+FFFD.
 * Rejects UTF-16, invalid UTF-8 (with the byte offset), binary and oversized files.
 */
export function decode(raw: RawDigest): Decoded {
  const place = { file: raw.file, line: 1, column: 1 };
  const reject = (found: Problem): Decoded => ({ lines: [], problems: [found] });

  if (raw.bytes.length > limits.fileBytes)
    return reject(problem('file-too-large', place, { bytes: raw.bytes.length }));
  const utf16 = utf16Offset(raw.bytes);
  if (utf16 !== undefined) return reject(problem('encoding-utf16', place, { offset: utf16 }));

  const { bytes, surrogates } = withMarkedSurrogates(raw.bytes);
  const marked = decodeUtf8(bytes);
  if (marked === undefined) {
    const offset = invalidOffset(bytes);
    return reject(problem('encoding-invalid', { ...place, ...placeAt(bytes, offset) }, { offset }));
  }
  const text = surrogates > 0 ? marked.replaceAll(SURROGATE_MARK.text, '') : marked;
  if (text.trim() === '') return reject(problem('file-empty', place, {}));
  if (isBinary(text)) return reject(problem('file-binary', place, {}));
  const written = text.replace(/^\uFEFF/, '').split(LINE_END, limits.lines + 1);
  if (written.length > limits.lines) return reject(problem('too-many-lines', place, {}));

  const repairs: Problem[] = [];
  if (surrogates > 0)
    repairs.push(problem('characters-removed', place, { characters: 'lone surrogates' }));
  const lines = written.map((line, index) => {
    const cleaned = stripInvisible(line);
    if (cleaned.removed.length > 0)
      repairs.push(
        problem(
          'characters-removed',
          { file: raw.file, line: index + 1, column: cleaned.column },
          { characters: cleaned.removed.join(', ') },
        ),
      );
    return cleaned.line;
  });
  if (lines.every((line) => line.trim() === '')) return reject(problem('file-empty', place, {}));
  return { lines, problems: summed(repairs) };
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Lists the first repairs and sums the rest up in one, so that a damaged file stays readable as a report. */
function summed(repairs: readonly Problem[]): readonly Problem[] {
  const rest = repairs[limits.repairsListed];
  if (rest === undefined) return repairs;
  const lines = (repairs.length - limits.repairsListed).toLocaleString('en-GB');
  return [
    ...repairs.slice(0, limits.repairsListed),
    problem('characters-removed', rest, { characters: `in ${lines} more lines` }),
  ];
}

/** Byte offset of the sign of UTF-16: its byte order mark, or a zero byte in each of the first pairs. */
function utf16Offset(bytes: Uint8Array): number | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 0;
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined;
  const head = bytes.subarray(0, 64);
  for (const parity of [0, 1]) {
    const isZero = (byte: number, index: number): boolean => index % 2 !== parity || byte === 0;
    const isSet = (byte: number, index: number): boolean => index % 2 === parity || byte !== 0;
    if (head.every(isZero) && head.every(isSet)) return parity;
  }
  return undefined;
}

/** A noncharacter, as long as a surrogate that was encoded by itself. */
const SURROGATE_MARK = { bytes: [0xef, 0xbf, 0xbf], text: '\uffff' } as const;

/**
 * Marks surrogates that were encoded one by one (`ED A0…BF xx`), which valid UTF-8 never holds
 * (RFC 3629 section 3) and some editors write for half an emoji. The marks keep what stands around them
 * apart, and every offset as it is.
 */
function withMarkedSurrogates(bytes: Uint8Array): { bytes: Uint8Array; surrogates: number } {
  const isSurrogate = (index: number): boolean =>
    isWithin(bytes[index + 1], 0xa0, 0xbf) && isWithin(bytes[index + 2], 0x80, 0xbf);
  let marked = bytes;
  let surrogates = 0;
  for (let index = bytes.indexOf(0xed); index >= 0; index = bytes.indexOf(0xed, index + 1)) {
    if (!isSurrogate(index)) continue;
    if (surrogates === 0) marked = bytes.slice();
    marked.set(SURROGATE_MARK.bytes, index);
    surrogates += 1;
  }
  return { bytes: marked, surrogates };
}

function isWithin(byte: number | undefined, first: number, last: number): boolean {
  return byte !== undefined && byte >= first && byte <= last;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Offset of the first sequence that is not UTF-8: where what a strict decoder accepts ends. */
function invalidOffset(bytes: Uint8Array): number {
  const accepts = (length: number): string | undefined => {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let accepted = 0;
  for (let refused = bytes.length + 1; refused - accepted > 1;) {
    const middle = Math.floor((accepted + refused) / 2);
    if (accepts(middle) === undefined) refused = middle;
    else accepted = middle;
  }
  // A sequence that is cut short is not part of the text yet.
  return new TextEncoder().encode(accepts(accepted)).length;
}

/** Line and column of a byte, in lines that end with LF or CRLF. */
function placeAt(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset);
  const start = before.lastIndexOf(0x0a) + 1;
  const line = before.reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
  return { line, column: new TextDecoder().decode(before.subarray(start)).length + 1 };
}

/** True when more than a tenth of the start of the text is control characters. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = head.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0;
  return controls * 10 > head.length;
}

/**
 * What no reader sees: controls, noncharacters, the replacement character, soft hyphens, zero-width
 * spaces and joiners, directional overrides, embeddings and isolates (Unicode Standard Annex 9 and
 * Technical Report 36), invisible operators, tags. Variation selectors and plain directional marks stay.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- the class lists them one by one
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\p{Noncharacter_Code_Point}\u{e0000}-\u{e007f}]/gu;

/** A letter or digit, with its marks, of a script that a zero-width joiner or non-joiner changes the look of. */
const JOINING_LETTER =
  /(?=[\p{L}\p{M}\p{N}])[\p{scx=Arabic}\p{scx=Syriac}\p{scx=Mongolian}\p{scx=Nko}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gurmukhi}\p{scx=Gujarati}\p{scx=Oriya}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]\p{M}*$/u;
const EMOJI_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const EMOJI_START = /^\p{Extended_Pictographic}/u;
/** A subdivision flag: a black flag followed by tags, `🏴󠁧󠁢󠁷󠁬󠁳󠁿`. */
const FLAG_START = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;

/** True when a text holds something that `decode` would have removed, or half a character. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0 || /\p{Cs}/u.test(text);
}

/** A line without what `decode` removes. */
export function withoutInvisible(line: string): string {
  return stripInvisible(line).line;
}

function stripInvisible(line: string): {
  line: string;
  removed: readonly string[];
  column: number;
} {
  const removed = new Set<string>();
  let column = 1;
  const cleaned = line.replace(INVISIBLE, (character, offset: number) => {
    if (isMeant(character, line, offset)) return character;
    if (removed.size === 0) column = offset + 1;
    const code = character.codePointAt(0) ?? 0;
    removed.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
    return '';
  });
  return { line: cleaned, removed: [...removed], column };
}

/** True for joiners inside emoji and joining scripts, and for the tags of a flag. */
function isMeant(character: string, line: string, offset: number): boolean {
  const before = line.slice(Math.max(0, offset - 16), offset);
  if (character === '\u200c' || character === '\u200d') {
    if (JOINING_LETTER.test(before)) return true;
    const after = line.slice(offset + 1, offset + 3);
    return character === '\u200d' && EMOJI_END.test(before) && EMOJI_START.test(after);
  }
  return /[\u{e0020}-\u{e007f}]/u.test(character) && FLAG_START.test(before);
}
