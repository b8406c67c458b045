import {
  ACCENTS,
  FACE_MACROS,
  LAST_ARGUMENT_MACROS,
  SILENT_MACROS,
  SYMBOL_MACROS,
  TEXT_MACROS,
} from './latex-macros.ts';

/** Macros that `DisplayReader` and `withMacro` treat by name. */
const TREATED = new Set([
  ...['url', 'href', 'footnote', 'ding', 'textsuperscript', 'textsubscript', 'cdot'],
  ...['text', 'textrm', 'textsf', 'textsc', 'textnormal', 'mbox', 'underline', 'uline', 'mathrm'],
]);
const TABLES = [
  ACCENTS,
  FACE_MACROS,
  LAST_ARGUMENT_MACROS,
  SILENT_MACROS,
  SYMBOL_MACROS,
  TEXT_MACROS,
];

/** The first LaTeX macro of a text, outside formulas, that is shown as its bare name or argument. */
export function unknownMacro(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  const withoutMath = text.replace(/\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\]/g, (math) =>
    ' '.repeat(math.length),
  );
  return [...withoutMath.matchAll(/\\([A-Za-z]{2,})/g)].find(
    ([, name = '']) => !isKnown(name),
  )?.[0];
}

function isKnown(name: string): boolean {
  return TREATED.has(name) || name.startsWith('cite') || TABLES.some((table) => table.has(name));
}
