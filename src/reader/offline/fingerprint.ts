/**
 * Fingerprints tell whether a file is of a build, whatever a host, a proxy or a moment between two builds
 * has sent: the first 32 bits of SHA-256 over name and content. Alike in Node and in a service worker.
 */

/** The signature of gzip (RFC 1952, section 2.3.1). */
const GZIP = [0x1f, 0x8b];

/**
 * SHA-256 of a file, its name included. Packed files count as what is in them, because some hosts send
 * them as compressed responses, which browsers unpack.
 *
 * @throws TypeError when a packed file is damaged.
 */
export async function digestOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const isPacked = GZIP.every((byte, index) => bytes[index] === byte);
  const content = isPacked ? await unpack(bytes) : bytes;
  const label = new TextEncoder().encode(`${name}\n`);
  const whole = new Uint8Array(label.length + content.length);
  whole.set(label);
  whole.set(content, label.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** The fingerprint in a digest: its first four bytes as a number. */
export function fingerprintIn(digest: Uint8Array): number {
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** Fingerprints as text: sorted, four bytes each, base64. */
export function packFingerprints(fingerprints: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(fingerprints.length * 4));
  fingerprints
    .toSorted((a, b) => a - b)
    .forEach((fingerprint, index) => {
      view.setUint32(index * 4, fingerprint);
    });
  // In pieces: a call takes a limited number of arguments.
  const bytes = new Uint8Array(view.buffer);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, piece) =>
    String.fromCharCode(...bytes.subarray(piece * 4096, (piece + 1) * 4096)),
  );
  return btoa(pieces.join(''));
}

/**
 * The fingerprints in a text that `packFingerprints` made.
 *
 * @throws DOMException when it is no base64.
 */
export function unpackFingerprints(text: string): ReadonlySet<number> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return new Set(Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4)));
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
