import { escapedText } from '../xml.ts';
import { lines } from './typeset.ts';

/** Width and height of the image in pixels, as platforms want it for a large card. */
export const SOCIAL_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/** A stroke of the ornament. */
export interface Stroke {
  /** From 0 to 1. */
  readonly height: number;
  readonly isStrong: boolean;
}

/** What an image says; every text can be shown by the face. */
export interface SocialDrawing {
  /** Small, at the top; may be empty. */
  readonly head: string;
  /** Small, above the title; may be empty. */
  readonly label: string;
  readonly title: string;
  readonly summary: string;
  /** From left to right. */
  readonly strokes: readonly Stroke[];
}

/** The face that the drawing is set in. */
export const FACE = 'Spectral';
/** The colours of `foundation.css`, on light ground. */
export const PAPER = '#fcfaf5';
const INK = '#23211c';
const QUIET = '#645e52';
const RULE = '#d8d1c1';
const ACCENT = '#8b2c17';

const MARGIN = 80;
const WIDTH = SOCIAL_IMAGE_SIZE.width - 2 * MARGIN;
const TITLE_BOTTOM = 390;
/** The sizes of a title with the lines that there is room for, largest first. */
const TITLE_SIZES = [
  { size: 128, most: 1 },
  { size: 92, most: 2 },
  { size: 68, most: 3 },
] as const;
const SMALL = 40;
const STROKE_BOTTOM = 566;
const STROKE_HEIGHT = 56;
const MOST_STROKES = 300;

/** The drawing as an SVG document without its ground, which is `PAPER`. */
export function socialSvg(drawing: SocialDrawing): string {
  const { width, height } = SOCIAL_IMAGE_SIZE;
  const title = titleLines(drawing.title);
  const leading = title.size * 1.08;
  const top = TITLE_BOTTOM - (title.lines.length - 1) * leading;
  const above = top - title.size * 0.85 - 14;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" font-family="${FACE}">`,
    `<g transform="translate(70 58) scale(1.6)"><path fill="${ACCENT}" d="M6 2h14l7 7v21H6z"/><path fill="${PAPER}" d="M20 2v7h7zM10 14h12v2H10zm0 5h12v2H10zm0 5h8v2h-8z"/></g>`,
    line(drawing.head, 140, 98, 38, INK, WIDTH - 60),
    line(drawing.label, MARGIN, above, SMALL, ACCENT),
    ...title.lines.map((text, index) =>
      textElement(text, MARGIN - 4, top + index * leading, title.size, INK),
    ),
    line(drawing.summary, MARGIN, TITLE_BOTTOM + 74, SMALL, QUIET),
    ...ornament(drawing.strokes),
    '</svg>',
  ].join('');
}

function titleLines(title: string): { size: number; lines: readonly string[] } {
  for (const { size, most } of TITLE_SIZES) {
    const all = lines(title, size, WIDTH, most + 1);
    if (all.length <= most && all.every((each) => !each.endsWith('…'))) return { size, lines: all };
  }
  const { size, most } = TITLE_SIZES[2];
  return { size, lines: lines(title, size, WIDTH, most) };
}

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  width = WIDTH,
): string {
  return lines(text, size, width, 1)
    .filter((each) => each !== '')
    .map((each) => textElement(each, x, y, size, colour))
    .join('');
}

function textElement(text: string, x: number, y: number, size: number, colour: string): string {
  const place = `x="${String(x)}" y="${String(Math.round(y))}" font-size="${String(size)}"`;
  return `<text ${place} fill="${colour}">${escapedText(text)}</text>`;
}

/** Of more strokes than there is room for, every so many are drawn. */
function ornament(all: readonly Stroke[]): readonly string[] {
  const every = Math.ceil(all.length / MOST_STROKES);
  const strokes = all.filter((_, index) => index % every === 0);
  const step = Math.min(20, WIDTH / Math.max(1, strokes.length));
  const thickness = Math.round(step * 3) / 10;
  return [true, false].flatMap((isStrong) => {
    const path = strokes.flatMap((stroke, index) =>
      stroke.isStrong === isStrong ? [strokePath(stroke, index * step + thickness / 2)] : [],
    );
    const colour = isStrong ? ACCENT : RULE;
    return path.length === 0
      ? []
      : [`<path stroke="${colour}" stroke-width="${String(thickness)}" d="${path.join('')}"/>`];
  });
}

function strokePath({ height }: Stroke, x: number): string {
  const length = Math.max(3, Math.round(height * STROKE_HEIGHT));
  return `M${String(Math.round((MARGIN + x) * 10) / 10)} ${String(STROKE_BOTTOM)}v${String(-length)}`;
}
