/**
 * `npm run fonts`: subsets the typefaces from their npm packages into `src/styles/fonts`. The result is
 * committed; run this after changing a package or a character set.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const OUTPUT = 'src/styles/fonts';

type Range = readonly [first: number, last: number];

/** Ranges as `fonts.css` repeats them in `unicode-range`. */
const LATIN: readonly Range[] = [
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
];
const EXTENDED: readonly Range[] = [
  [0x100, 0x24f],
  [0x2070, 0x209c],
  [0x400, 0x45f],
];
/** What simple formulas use: ASCII, Greek, operators, and the italic, script and blackboard alphabets. */
const MATHS: readonly Range[] = [
  [0x20, 0x7e],
  [0xb0, 0xb7],
  [0xd7, 0xd7],
  [0x391, 0x3c9],
  [0x3d5, 0x3f5],
  [0x2032, 0x2033],
  [0x210b, 0x2133],
  [0x2190, 0x2194],
  [0x21d2, 0x21d2],
  [0x2200, 0x221e],
  [0x2227, 0x222b],
  [0x223c, 0x223c],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
  [0x2282, 0x2287],
  [0x2295, 0x2297],
  [0x1d434, 0x1d467],
  [0x1d49c, 0x1d4b5],
  [0x1d6fc, 0x1d71b],
];

const FACES: readonly { name: string; file: string; ranges: readonly Range[] }[] = [
  ...[
    ['regular', '400Regular/Spectral_400Regular.ttf'],
    ['italic', '400Regular_Italic/Spectral_400Regular_Italic.ttf'],
    ['semibold', '600SemiBold/Spectral_600SemiBold.ttf'],
  ].flatMap(([face = '', path = '']) => [
    { name: `spectral-${face}-latin`, file: `spectral/${path}`, ranges: LATIN },
    { name: `spectral-${face}-extended`, file: `spectral/${path}`, ranges: EXTENDED },
  ]),
  {
    name: 'stix-two-math',
    file: 'stix-two-math/400Regular/STIXTwoMath_400Regular.ttf',
    ranges: MATHS,
  },
];

const { resolve } = createRequire(import.meta.url);
const packages = join(resolve('@expo-google-fonts/spectral/package.json'), '../..');
await mkdir(OUTPUT, { recursive: true });
for (const { name, file, ranges } of FACES) {
  const source = await readFile(join(packages, file));
  const woff2 = await subsetFont(source, charactersOf(ranges), {
    targetFormat: 'woff2',
    noLayoutClosure: name === 'stix-two-math',
  });
  await writeFile(join(OUTPUT, `${name}.woff2`), woff2);
  console.log(`${name} ${String(woff2.length)} bytes`);
}

function charactersOf(ranges: readonly Range[]): string {
  const codes = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
  );
  return String.fromCodePoint(...codes);
}
