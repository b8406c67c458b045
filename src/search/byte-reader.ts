/** Reads numbers and texts from the bytes of a file, one after the other. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start = 0) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** @throws RangeError at the end of the file. */
  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new RangeError('A file of the search is damaged.');
    this.#at += 1;
    return byte;
  }

  /** A number below 2³², seven bits a byte, the lowest first; all bytes but the last have their highest bit set. */
  number(): number {
    let value = 0;
    for (let factor = 1; factor <= LARGEST_FACTOR; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('A file of the search is damaged.');
  }

  /** So many bytes, and a reader of them. */
  section(length: number): ByteReader {
    return new ByteReader(this.#take(length));
  }

  text(length: number): string {
    return new TextDecoder().decode(this.#take(length));
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('A file of the search is damaged.');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

const LARGEST_FACTOR = 128 ** 4;
