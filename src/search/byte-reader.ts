/** Reads numbers from the bytes of a file, one after the other. */
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

  /** A number, seven bits a byte, the lowest first; all bytes but the last have their highest bit set. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** The next so many bytes are passed over; what reads them. */
  section(length: number): ByteReader {
    const start = this.#at;
    this.#at += length;
    return new ByteReader(this.#bytes, start);
  }
}
