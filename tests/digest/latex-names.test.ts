import { describe, expect, test } from 'vitest';

import { unknownMacro } from '../../src/digest/latex-names.ts';
import { millisecondsOf } from '../helpers.ts';

describe('unknownMacro', () => {
  test.each([
    ['Jars \\ours of glass', '\\ours', 5],
    ['\\jar{glass}', '\\jar', 0],
    ['\\textbf{\\jar}', '\\jar', 8],
    ['\\alpha and \\alph', '\\alph', 11],
    ['two: \\jar and \\gull', '\\jar', 5],
    ['of $\\jar$ and \\jar', '\\jar', 14],
    ['of $\\jar$ and \\gull $\\jar$', '\\gull', 14],
    ['of \\(\\jar\\) \\gull \\[\\jar\\]', '\\gull', 12],
    ['for \\$5 \\jar or \\$6', '\\jar', 8],
    ['for \\$5 \\jar or $6', '\\jar', 8],
    ['$$\\jar$$ \\gull', '\\gull', 9],
    ['\\Cite{jar}', '\\Cite', 0],
    ['\\constructor', '\\constructor', 0],
  ])('of %j is %s at %i', (text, macro, index) => {
    expect(unknownMacro(text)).toEqual({ macro, index });
  });

  test.each([
    ['no macro', 'Jars of glass'],
    ['an accent', "Caf\\'e and \\v{c}"],
    ['a face', '\\textbf{jars} \\emph{of} {\\bf glass} \\texttt{jar}'],
    ['a symbol', '\\alpha-jars \\times 2'],
    ['a piece of text', '\\ldots, \\LaTeX'],
    ['a silent macro', '\\label{jar} \\vspace{1em}'],
    ['a colour', '\\textcolor{red}{jar}'],
    ['an address', '\\url{https://example.org} \\href{https://example.org}{jars}'],
    ['a note', '\\footnote{jars}'],
    ['a sign', '\\ding{51}'],
    ['a script', '1\\textsuperscript{st} \\textsubscript{2}'],
    ['text in a formula, outside one', '\\text{a} \\textrm{b} \\textsf{c} \\textsc{d} \\mathrm{e}'],
    ['a box', '\\textnormal{a} \\mbox{b} \\underline{c} \\uline{d} \\cdot'],
    ['a citation', '\\cite{jar} \\citep{jar} \\citet{jar}'],
    ['a single letter', '\\x and \\y{z}'],
    ['an escaped sign', '5\\% \\& \\_ \\\\'],
    ['a formula', '$\\jar$ and $x \\gull y$'],
    ['a formula on a line of its own', '$$\\jar$$'],
    ['a formula between brackets', '\\(\\jar\\) \\[\\gull\\]'],
  ])('knows %s', (_, text) => {
    expect(unknownMacro(text)).toBeUndefined();
  });

  test.each(['\\(', '\\[', '$$ ', '$', '\\'])(
    'takes under half a second on %j over and over',
    (sign) => {
      const text = sign.repeat(100_000 / sign.length);
      expect(millisecondsOf(() => unknownMacro(text))).toBeLessThan(500);
    },
  );

  test('looks into what is too long for a formula', () => {
    const text = `\\(${'x'.repeat(500)} \\jarnet \\)`;
    expect(unknownMacro(text)?.macro).toBe('\\jarnet');
  });
});
