/**
 * `npm run fonts`: subsets the typeface from its npm package into `src/styles/fonts`. The result is
 * committed; run this after changing the package or the character sets.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const OUTPUT = 'src/styles/fonts';

/** Faces in use, by the names their files get. */
const FACES = {
  regular: '400Regular/Spectral_400Regular.ttf',
  italic: '400Regular_Italic/Spectral_400Regular_Italic.ttf',
  semibold: '600SemiBold/Spectral_600SemiBold.ttf',
};

/** Ranges as `fonts.css` repeats them in `unicode-range`. */
const SUBSETS = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x2010, 0x2015],
    [0x2018, 0x201e],
    [0x2020, 0x2022],
    [0x2026, 0x2026],
    [0x2032, 0x2033],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2248, 0x2248],
    [0x2260, 0x2265],
  ],
  extended: [
    [0x100, 0x24f],
    [0x2070, 0x209c],
    [0x400, 0x45f],
  ],
} as const;

const fonts = createRequire(import.meta.url).resolve('@expo-google-fonts/spectral/package.json');
await mkdir(OUTPUT, { recursive: true });
for (const [face, file] of Object.entries(FACES))
  for (const [subset, ranges] of Object.entries(SUBSETS)) {
    const source = await readFile(join(fonts, '..', file));
    const characters = ranges
      .flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, offset) =>
          String.fromCodePoint(first + offset),
        ),
      )
      .join('');
    const woff2 = await subsetFont(source, characters, { targetFormat: 'woff2' });
    const target = join(OUTPUT, `spectral-${face}-${subset}.woff2`);
    await writeFile(target, woff2);
    console.log(`${target} ${String(woff2.length)} bytes`);
  }
