/**
 * What LaTeX does not print as it is written. Braces have names, because BibTeX counts them even after a
 * backslash.
 */
const WRITTEN: readonly (readonly [sign: string, latex: string])[] = [
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
];
const LATEX = new Map(WRITTEN);
const SIGNS = new Map(WRITTEN.map(([sign, latex]) => [latex, sign]));

/**
 * A plain text for LaTeX: printed as it is, braces balanced. Letters of all scripts stay, as UTF-8; signs that
 * LaTeX would join (`--`, ` `` `, `''`) stay apart.
 */
export function latexText(text: string): string {
  return text
    .replace(/[\\{}~^<>|&%$#_]/g, (sign) => LATEX.get(sign) ?? sign)
    .replace(/([-`'])(?=\1)/g, '$1{}');
}

/** The plain text of what `latexText` wrote; in other LaTeX, braces go and macros stay as they are. */
export function plainText(latex: string): string {
  return latex.replace(
    /\\text[a-z]+\{\}|\\[&%$#_{}]|[{}]/g,
    (written) =>
      SIGNS.get(written) ??
      (/^\\.$/.test(written) ? written.slice(1) : written.replace(/^[{}]$/, '')),
  );
}
