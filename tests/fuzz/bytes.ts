import { between, oneOf, type Random } from '../../src/cli/bench/random.ts';
import { HOSTILE_BYTES } from './tokens.ts';

/** The bytes of a text, now and then damaged or in another encoding. */
export function encode(text: string, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const kind = random();
  if (kind < 0.88) return bytes;
  if (kind < 0.91) return flip(bytes, random);
  if (kind < 0.96) return insertBytes(bytes, random);
  if (kind < 0.98) return joined([0xef, 0xbb, 0xbf], bytes);
  return oneOf(random, [asUtf16, asLatin1, truncated])(bytes, text, random);
}

function flip(bytes: Uint8Array, random: Random): Uint8Array {
  const flipped = bytes.slice();
  for (let count = between(random, 1, 4); count > 0 && flipped.length > 0; count -= 1) {
    const index = between(random, 0, flipped.length - 1);
    // The lowest seven bits, more often than not: what is left is a text.
    flipped[index] = (flipped[index] ?? 0) ^ (1 << between(random, 0, random() < 0.8 ? 6 : 7));
  }
  return flipped;
}

function insertBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const index = between(random, 0, bytes.length);
  const hostile = oneOf(random, HOSTILE_BYTES);
  const times = random() < 0.9 ? 1 : between(random, 2, 2000);
  const inserted = Array.from({ length: times }, () => hostile).flat();
  return joined(bytes.subarray(0, index), inserted, bytes.subarray(index));
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole;
}

function asUtf16(_: Uint8Array, text: string, random: Random): Uint8Array {
  const isBig = random() < 0.5;
  const marked = random() < 0.5 ? `\ufeff${text}` : text;
  const units = Array.from({ length: marked.length }, (__, index) => marked.charCodeAt(index));
  return Uint8Array.from(
    units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

function asLatin1(_: Uint8Array, text: string): Uint8Array {
  return Uint8Array.from(`é${text}`, (character) => character.charCodeAt(0) & 255);
}

function truncated(bytes: Uint8Array, _: string, random: Random): Uint8Array {
  return bytes.subarray(0, between(random, 0, bytes.length));
}
