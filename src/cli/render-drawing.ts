import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

import { FACE, PAPER } from '../publish/metadata/social-drawing.ts';
import { indexedPng } from './png.ts';

const { resolve } = createRequire(import.meta.url);
/** One face, from its package and not from this machine: the same pixels everywhere. */
export const FONT = {
  loadSystemFonts: false,
  fontFiles: [resolve('@expo-google-fonts/spectral/400Regular/Spectral_400Regular.ttf')],
  defaultFontFamily: FACE,
};

/** A drawing of `socialSvg` as a PNG file. */
export function renderDrawing(svg: string): Uint8Array {
  const image = new Resvg(svg, { font: FONT, background: PAPER }).render();
  return indexedPng(image.pixels, image.width) ?? image.asPng();
}
