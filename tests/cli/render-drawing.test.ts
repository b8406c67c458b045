import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FONT, renderDrawing } from '../../src/cli/render-drawing.ts';
import { socialSvg } from '../../src/publish/metadata/social-drawing.ts';
import { showable } from '../../src/publish/metadata/typeset.ts';
import { millisecondsOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

const DATE = {
  head: 'Gulls Weekly',
  label: 'Wednesday',
  title: '30 September 2025',
  summary: '300 papers, 150 of them new',
  strokes: Array.from({ length: 300 }, (_, place) => ({
    height: ((place * 7) % 50) / 50,
    isStrong: place % 2 === 0,
  })),
};

describe('the picture of a drawing', () => {
  const png = Buffer.from(renderDrawing(socialSvg(DATE)));

  test('is a PNG of 1200 by 630 pixels and at most 30 kB', () => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThanOrEqual(30_000);
  });

  test('has the colours of the house, and its text in them', () => {
    const colours = png.subarray(png.indexOf('PLTE') + 4, png.indexOf('IDAT') - 8).toString('hex');
    for (const colour of ['fcfaf5', '23211c', '645e52', '8b2c17'])
      expect(colours).toContain(colour);
  });

  test('is the same each time', () => {
    expect(png.equals(renderDrawing(socialSvg(DATE)))).toBe(true);
  });

  test('is different without its text, so that the face is there', () => {
    const blank = renderDrawing(socialSvg({ ...DATE, title: '', head: '' }));
    expect(png.length - blank.length).toBeGreaterThan(2_000);
  });

  test('takes at most 100 ms', () => {
    const svg = socialSvg(DATE);
    const many = 10;
    const milliseconds = millisecondsOf(() => {
      for (let each = 0; each < many; each += 1) renderDrawing(svg);
    });
    expect(milliseconds / many).toBeLessThanOrEqual(100);
  });
});

test('no text that can be shown runs over the edge', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿА-я0-9.,–-]{1,40}$/).map(showable);
  const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (title, summary) => {
      const drawing = { head: title, label: '', title, summary, strokes: [] };
      const box = new Resvg(socialSvg(drawing), { font: FONT }).getBBox();
      expect(box && box.x >= 60 && box.x + box.width <= 1140).toBe(true);
      expect(box && box.y >= 40 && box.y + box.height <= 500).toBe(true);
    }),
    { seed: propertySeed, numRuns: 100 },
  );
});
