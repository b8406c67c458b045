import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  digestOf,
  fingerprintIn,
  packFingerprints,
  unpackFingerprints,
} from '../../../src/reader/offline/fingerprint.ts';
import { fileName } from '../../../src/reader/offline/offline-build.ts';
import { bytesOf } from '../../helpers.ts';

async function fingerprint(name: string, content: Uint8Array): Promise<number> {
  return fingerprintIn(await digestOf(name, new Uint8Array(content)));
}

describe('a fingerprint', () => {
  test('is the start of SHA-256 over the name, a line end and the content', async () => {
    // printf 'a.css\njars' | sha256sum
    expect((await fingerprint('a.css', bytesOf('jars'))).toString(16)).toBe('b3a738f1');
  });

  test('is another one for another name or another content', async () => {
    const sent = [
      await fingerprint('gulls/', bytesOf('jars')),
      await fingerprint('gills/', bytesOf('jars')),
      await fingerprint('gulls/', bytesOf('jar')),
    ];
    expect(new Set(sent).size).toBe(3);
  });

  test('of a packed file is that of what is in it, as browsers may have unpacked it', async () => {
    const packed = gzipSync('{"tides":2}');
    expect(await fingerprint('a.json.gz', packed)).toBe(
      await fingerprint('a.json.gz', bytesOf('{"tides":2}')),
    );
  });
});

test('fingerprints come back from their text', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 0xff_ff_ff_ff }), { maxLength: 5000 });
  fc.assert(
    fc.property(numbers, (fingerprints) => {
      expect(unpackFingerprints(packFingerprints(fingerprints))).toEqual(new Set(fingerprints));
    }),
  );
});

test('fingerprints in another order are the same text', () => {
  expect(packFingerprints([3, 0xff_ff_ff_ff, 1])).toBe(packFingerprints([1, 3, 0xff_ff_ff_ff]));
});

test.each([
  ['index.html', ''],
  ['papers/gulls/index.html', 'papers/gulls/'],
  ['papers/gulls/', 'papers/gulls/'],
  ['papers/old-index.html', 'papers/old-index.html'],
  ['404.html', '404.html'],
])('the file %j has the name %j', (path, name) => {
  expect(fileName(path)).toBe(name);
});
