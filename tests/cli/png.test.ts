import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { indexedPng } from '../../src/cli/png.ts';
import { propertySeed } from '../property-seed.ts';

/** The pixels of a PNG as another program reads them. */
function pixelsOf(png: Uint8Array, width: number, height: number): readonly number[] {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const size = `width="${String(width)}" height="${String(height)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${href}"/></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return [...pixels];
}

const colour = fc.constantFrom([0, 0, 0, 255], [255, 255, 255, 255], [139, 44, 23, 255]);

test('another program reads the same pixels back', () => {
  const image = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(fc.array(colour, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  );
  fc.assert(
    fc.property(image, ({ width, rows }) => {
      const pixels = rows.flat(2);
      const png = indexedPng(Uint8Array.from(pixels), width) ?? new Uint8Array();
      expect(pixelsOf(png, width, rows.length)).toEqual(pixels);
    }),
    { seed: propertySeed, numRuns: 100 },
  );
});

test('an image may have 256 colours, and not one more', () => {
  const colours = Array.from({ length: 257 }, (_, number) => [number % 256, number >> 8, 0, 255]);
  const image = (many: number): Uint8Array => Uint8Array.from(colours.slice(0, many).flat());
  expect(pixelsOf(indexedPng(image(256), 16) ?? new Uint8Array(), 16, 16)).toEqual([...image(256)]);
  expect(indexedPng(image(257), 257)).toBeUndefined();
});
