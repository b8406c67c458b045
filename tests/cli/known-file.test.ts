import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { knownFile } from '../../src/cli/known-file.ts';
import { digestOf } from '../../src/reader/offline/fingerprint.ts';

test.each([
  ['papers/gulls/index.html', 'papers/gulls/', Buffer.from('<h1>Gulls</h1>')],
  ['pagefind/catalogue.json.gz', 'pagefind/catalogue.json.gz', gzipSync('{"gulls":40}')],
])('%s has the digest that the service worker finds', async (path, name, contents) => {
  const { bytes, digest } = knownFile(path, contents);
  const found = await digestOf(name, new Uint8Array(contents));
  expect(digest).toBe(Buffer.from(found).toString('base64'));
  expect(bytes).toBe(contents.length);
});
