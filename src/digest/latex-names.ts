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
  ...['url', 'href', 'footnote', 'ding', 'textsuperscript', 'textsubscript'],
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

/** Formulas, none longer than `DisplayReader` takes for one. */
const FORMULA =
  /(?<!\\)\$\$.{1,400}?\$\$|(?<!\\)\$[^$]{0,400}\$|\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\]/g;

/** The first LaTeX macro of a text, outside formulas, that is shown as its bare name or argument; and its place. */
export function unknownMacro(text: string): { macro: string; index: number } | undefined {
  if (!text.includes('\\')) return undefined;
  const withoutMath = text.replace(FORMULA, (math) => ' '.repeat(math.length));
  const found = [...withoutMath.matchAll(/\\([A-Za-z]{2,})/g)].find(
    ([, name = '']) => !isKnown(name),
  );
  return found && { macro: found[0], index: found.index };
}

function isKnown(name: string): boolean {
  return TREATED.has(name) || name.startsWith('cite') || TABLES.some((table) => table.has(name));
}
