import { FIELD_SIZE } from '../engine.ts';
import type { Occurrences } from './occurrences.ts';

/** What Pagefind puts before the contents of each of its files. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Reads one file of Pagefind's word index (`index/*.pf_index`, unpacked): where its words stand, in
 * their order.
 *
 * The format is CBOR (RFC 8949) of `[[word, [page, …], …], …]`, a page being
 * `[number, places, places in metadata]`: numbers of pages and places are differences to the one before; a
 * negative place is not one, it sets the weight (which is not used here) or, in metadata, the field by its
 * number in alphabetical order
 * (https://github.com/Pagefind/pagefind/blob/main/pagefind_web/src/index.rs, Pagefind 1.6).
 *
 * @throws RangeError when the file is of another format.
 */
export function readChunk(file: Uint8Array): readonly Occurrences[] {
  const cbor = new CborReader(contentsOf(file));
  cbor.array();
  return Array.from({ length: cbor.array() }, () => {
    const parts = cbor.array();
    const word = cbor.text();
    const occurrences = readPages(cbor, word);
    // Other spellings of the word, with accents: the words of our index have none.
    if (parts > 2) cbor.skip();
    return occurrences;
  });
}

function contentsOf(file: Uint8Array): Uint8Array {
  const start = new TextDecoder('latin1').decode(file.subarray(0, SIGNATURE.length));
  if (start !== SIGNATURE) throw new RangeError('This is not a file of Pagefind.');
  return file.subarray(SIGNATURE.length);
}

function readPages(cbor: CborReader, word: string): Occurrences {
  const papers: number[] = [];
  const places: number[] = [];
  let page = 0;
  for (let left = cbor.array(); left > 0; left -= 1) {
    const parts = cbor.array();
    page += cbor.integer();
    readPlaces(cbor, places, () => 0);
    // Fields of metadata count from 1 here, as field 0 is the content.
    if (parts > 2) readPlaces(cbor, places, (mark) => -mark * FIELD_SIZE);
    while (papers.length < places.length) papers.push(page);
  }
  return { word, papers: Uint32Array.from(papers), places: Uint32Array.from(places) };
}

function readPlaces(cbor: CborReader, places: number[], offsetOf: (mark: number) => number): void {
  let offset = offsetOf(-1);
  let position = 0;
  for (let left = cbor.array(); left > 0; left -= 1) {
    const value = cbor.integer();
    if (value < 0) {
      offset = offsetOf(value);
      position = 0;
    } else {
      position += value;
      places.push(offset + position);
    }
  }
}

/** As much of CBOR as Pagefind writes: integers, texts and arrays of known length. */
class CborReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  integer(): number {
    const type = this.#type();
    const value = this.#argument();
    if (type > 1) throw new RangeError('The index of words is damaged.');
    return type === 0 ? value : -1 - value;
  }

  /** The length of the array that starts here. */
  array(): number {
    return this.#header(4);
  }

  text(): string {
    const length = this.#header(3);
    const start = this.#at;
    this.#at += length;
    return new TextDecoder().decode(this.#bytes.subarray(start, this.#at));
  }

  /** Passes over the next value, whatever it is. */
  skip(): void {
    const type = this.#type();
    const value = this.#argument();
    if (type === 3) this.#at += value;
    if (type === 4) for (let left = value; left > 0; left -= 1) this.skip();
  }

  #header(type: number): number {
    if (this.#type() !== type) throw new RangeError('The index of words is damaged.');
    return this.#argument();
  }

  #type(): number {
    return this.#byte(this.#at) >> 5;
  }

  #argument(): number {
    const short = this.#byte(this.#at) & 31;
    this.#at += 1;
    if (short < 24) return short;
    if (short > 26) throw new RangeError('The index of words is damaged.');
    let value = 0;
    for (let left = 2 ** (short - 24); left > 0; left -= 1) {
      value = value * 256 + this.#byte(this.#at);
      this.#at += 1;
    }
    return value;
  }

  #byte(at: number): number {
    const byte = this.#bytes[at];
    if (byte === undefined) throw new RangeError('The index of words is damaged.');
    return byte;
  }
}
