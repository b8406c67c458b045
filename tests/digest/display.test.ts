import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';

import { addressesIn, textOf } from '../../src/digest/display-nodes.ts';
import { displayText, displayTree } from '../../src/digest/display.ts';
import { millisecondsOf } from '../helpers.ts';

/** A tree in one line: `*emphasis*`, `**strong**`, `[text](url)`, `$formula$`, the rest as it is. */
function sketch(source: string): string {
  const draw = (node: PhrasingContent): string => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'inlineMath':
        return `$${node.value}$`;
      case 'inlineCode':
        return `\`${node.value}\``;
      case 'emphasis':
        return `*${node.children.map(draw).join('')}*`;
      case 'strong':
        return `**${node.children.map(draw).join('')}**`;
      case 'link':
        return `[${node.children.map(draw).join('')}](${node.url})`;
      default:
        throw new TypeError(`Unexpected node: ${node.type}`);
    }
  };
  return displayTree(source).map(draw).join('');
}

describe('text stays text, character by character', () => {
  test.each([
    '',
    'using the last <EOS> token',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- comment -->',
    '{process.env.SECRET} and {import("fs")}',
    'import x from "y"',
    '[a](javascript:alert(1)) and <javascript:alert(1)>',
    '[x]: javascript:',
    '![t](//evil.example/p.png) ![x](%zz) ![x](foo.png)',
    '*stars* _lines_ **more** ~~gone~~',
    '# h',
    '1. x',
    '| a | b |',
    'https://user:password@example.org/ and http://[bad',
    'ftp://example.org and www.example.org and a@example.org',
    '&lt; &amp; &#65;',
    'snake_case and __init__ and x_i',
    'a^b and ^ and _',
    "the model's output and 'quoted' and `unclosed",
    'sums of $5 and $6',
    '5$ and 6$',
    'a $ b $ c',
    '$$ and $',
    '~100 and ~/folder',
    '--all and -> and --> and a- -b',
    '-----',
    '{} and {a} and } and {',
    'a backslash \\ alone, and one at the end \\',
    'sometimes and 3timeses and pm and 5 pm',
    '10^ and 10^{',
    'an accent on nothing: \\"- and \\\'',
  ])('%j', (source) => {
    expect(displayText(source)).toBe(source);
    expect(displayTree(source).every((node) => node.type === 'text')).toBe(true);
  });
});

describe('LaTeX leftovers', () => {
  test.each([
    ['96.98\\%', '96.98%'],
    ['Jars\\&Shelves', 'Jars&Shelves'],
    ['\\$5, \\#1, a\\_b, \\{a\\}', '$5, #1, a_b, {a}'],
    ['\\jarnet', 'jarnet'],
    ['our \\jarnet is small', 'our jarnet is small'],
    ['\\jarnet{} is small', 'jarnet is small'],
    ['Jar\\textbf{Shelf Method}', 'JarShelf Method'],
    ['{\\emph compression} of jars', 'compression of jars'],
    ['{\\deg}C', '°C'],
    ['HyperJcdotScdotW', 'HyperJ·S·W'],
    ['{cdotW}', '·W'],
    ['10^{13} jars', '10¹³ jars'],
    ['10^5 jars', '10⁵ jars'],
    ['10^-3 jars', '10⁻³ jars'],
    ['O(n^2)', 'O(n²)'],
    ['x_{2}', 'x₂'],
    ['0.67pm0.08', '0.67±0.08'],
    ['3times3 and 10times faster', '3×3 and 10× faster'],
    ["a `teacher' network", 'a ‘teacher’ network'],
    ["a `model's output'", "a ‘model's output’"],
    ["``double quotes''", '“double quotes”'],
    ['jars -- on shelves', 'jars – on shelves'],
    ['pages 3--5', 'pages 3–5'],
    ['jars---all', 'jars—all'],
    ['Fig.~1 and Eq.~\\ref{a}', 'Fig. 1 and Eq. a'],
    ['G\\"odel', 'Gödel'],
    ["Poincar\\'e and Poincar\\'{e}", 'Poincaré and Poincaré'],
    ['Erd\\H{o}s', 'Erdős'],
    ['Schr{\\"o}dinger, {\\\'E}toiles, Erd{\\H{o}}s', 'Schrödinger, Étoiles, Erdős'],
    ['na\\"{\\i}ve', 'naïve'],
    ['Fran\\c{c}ois', 'François'],
    ['\\v{S}', 'Š'],
    ['stra\\ss e', 'straß e'],
    ['\\alpha-jars and \\beta{}', 'α-jars and β'],
    ['a \\leq b', 'a ≤ b'],
    ['$\\alpha_t$', 'α_t'],
    ['$10$ and $-5\\%$', '10 and -5%'],
    ['$$x^2$$', 'x²'],
    ['\\(x^2\\) and \\[y^2\\]', 'x² and y²'],
    ['$\\textbf{Jars}$', 'Jars'],
    ['\\ie jars, \\eg, shelves \\etal', 'i.e. jars, e.g., shelves et al.'],
    ['\\LaTeX{} and \\TeX', 'LaTeX and TeX'],
    ['jars\\footnote{in water}', 'jars (in water)'],
    ['jars \\cite{jar2020,shelf}', 'jars [jar2020,shelf]'],
    ['\\textcolor{red}{red jars}', 'red jars'],
    ['\\color{red}jars\\label{a}', 'jars'],
    ['\\ding{51} and \\ding{55}', '✓ and ✗'],
    ['a \\, b\\-c\\/d', 'a   bcd'],
    ['x\\textsuperscript{2}', 'x²'],
    ['H\\textsubscript{2}O', 'H₂O'],
    ['\\textsuperscript{\\textbf{a}}', 'a'],
    ['\\emph{}', 'emph'],
    ['\\textbf{ }', ' '],
    ['\\unknown{a}{b}', 'a{b}'],
  ])('%j reads %j', (source, text) => {
    expect(displayText(source)).toBe(text);
  });

  test.each([
    ["today\\'s jars don\\'t break", "today's jars don't break"],
    ["we\\'re sure they\\'ll hold", "we're sure they'll hold"],
    ["Szyma\\'nski's Jar\\'ce", "Szymański's Jarće"],
  ])('an apostrophe that was escaped is an apostrophe: %j', (source, text) => {
    expect(displayText(source)).toBe(text);
  });

  test.each([
    ['$<$4 jars', '<4 jars'],
    ['tilted ($>$45 degrees)', 'tilted (>45 degrees)'],
    ['5{,}000 jars', '5,000 jars'],
  ])('a sign in brackets of its own is that sign: %j', (source, text) => {
    expect(displayText(source)).toBe(text);
  });

  test.each([
    ['\\ding{99}', '99'],
    ['\\ding{jar}', 'jar'],
    ['\\ding{constructor}', 'constructor'],
  ])('a sign nobody knows is not lost: %j', (source, kept) => {
    expect(displayText(source)).toContain(kept);
  });

  test.each([
    ['\\textbf{a} and {\\bf b}', '**a** and **b**'],
    ['\\emph{a}, \\textit{b} and {\\it c}', '*a*, *b* and *c*'],
    ['\\texttt{a_b \\% c}', '`a_b % c`'],
    ['\\texttt{a}\\texttt{b} \\texttt{c}', '`ab` `c`'],
    ['\\textbf{a \\emph{b}}', '**a *b***'],
    ['\\textbf{a \\textbf{b} c}', '**a b c**'],
    ['\\emph{a \\textbf{b \\emph{c} d} e}', '*a **b c d** e*'],
    ['\\textsc{a}', 'a'],
    ['{\\sc a}', '{sc a}'],
    ['$a_i \\cdot b$ and $$c$$', '$a_i \\cdot b$ and $c$'],
    ['10^{13}', '$10^{13}$'],
    ['10^5', '$10^{5}$'],
    ['costs 3.5^2', 'costs $3.5^{2}$'],
    ['$\\href{https://example.org/}{jars}$', '[jars](https://example.org/)'],
  ])('faces and formulas are kept apart from text: %j', (source, expected) => {
    expect(sketch(source)).toBe(expected);
  });

  test.each([
    ['$\\unicode{x3b1}$', 'α'],
    ['$\\unicode{x1D538} \\to b$', '𝔸 →b'],
  ])('characters given by their numbers are those characters: %j', (source, text) => {
    expect(displayText(source).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test.each(['00', '0008', '1b', '202e', '200b', 'feff', 'fffc', 'fffd', 'fffe', 'd800', '85'])(
    'characters that decoding removes do not come back by their number: %s',
    (code) => {
      const text = displayText(`$a\\unicode{x${code}}b$`);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toContain(String.fromCodePoint(parseInt(code, 16)));
    },
  );

  test('groups nested deeper than any writer nests them are shown as they are written', () => {
    const nested = (depth: number): string => '\\emph{'.repeat(depth) + 'a' + '}'.repeat(depth);
    expect(displayText(nested(10))).toBe('a');
    expect(displayText(nested(30))).toContain('\\emph{a}');
  });
});

describe('money and formulas', () => {
  test.each([
    ['$5 to $10', '$5 to $10'],
    ['$x$5', '$x$5'],
    ['a$ b$', 'a$ b$'],
    ['$ a$', '$ a$'],
    ['$a $', '$a $'],
    [`$${'x'.repeat(500)}$`, `$${'x'.repeat(500)}$`],
    ['\\$5 and $x$', '$5 and x'],
    ['$\\alpha$5', 'α5'],
    ['$a\\$b$', 'a$b'],
  ])('%j reads %j', (source, text) => {
    expect(displayText(source)).toBe(text);
  });
});

describe('addresses', () => {
  test.each([
    ['at https://github.com/a/b_c.', 'at [https://github.com/a/b_c](https://github.com/a/b_c).'],
    ['(https://example.org/a_(b))', '([https://example.org/a_(b)](https://example.org/a_(b)))'],
    ['https://example.org/a\\_b', '[https://example.org/a_b](https://example.org/a_b)'],
    ['\\url{https://example.org/a\\_b}', '[https://example.org/a_b](https://example.org/a_b)'],
    ['\\url{ https://example.org/ }', '[https://example.org/](https://example.org/)'],
    ['\\href{https://example.org/}{the \\emph{jars}}', '[the jars](https://example.org/)'],
    ['HTTPS://EXAMPLE.ORG/A', '[HTTPS://EXAMPLE.ORG/A](https://example.org/A)'],
    ['https://example.org/a$b$', '[https://example.org/a](https://example.org/a)$b$'],
    ['https://user:password@example.org/', 'https://user:password@example.org/'],
    ['http://[bad', 'http://[bad'],
    ['\\url{javascript:alert(1)}', 'javascript:alert(1)'],
    ['\\href{javascript:alert(1)}{here}', 'here'],
    ['\\href{data:text/html,a}{here}', 'here'],
    ['\\href{https://example.org/}{ }', '[https://example.org/](https://example.org/)'],
    ['\\href{data:text/html,a}{\\label{b}}', 'data:text/html,a'],
    ['\\href{https://example.org/}', '[https://example.org/](https://example.org/)'],
  ])('%j', (source, expected) => {
    expect(sketch(source)).toBe(expected);
  });

  test('addressesIn lists every address once, in order, nested ones too', () => {
    const source =
      'https://b.example.org/ \\textbf{https://a.example.org/} https://b.example.org/ and text';
    expect(addressesIn(displayTree(source))).toEqual([
      'https://b.example.org/',
      'https://a.example.org/',
    ]);
  });
});

describe('textOf', () => {
  test('takes nodes without text for nothing', () => {
    expect(textOf([{ type: 'break' }, { type: 'text', value: 'a' }])).toBe('a');
  });
});

describe('takes under a second', () => {
  test.each([
    ['*a_', 20_000],
    ['[', 20_000],
    ['> ', 5000],
    ['\\sqrt{', 1000],
    ['\\def\\a{\\a\\a}\\a', 1000],
    ['$$', 10_000],
    ['$a', 10_000],
    ['\\(', 10_000],
    ['`a b', 10_000],
    ['``', 10_000],
    ['-', 100_000],
    ['{\\em ', 20_000],
    ['\\textbf{', 20_000],
    ['\\href{', 20_000],
    ['\\', 100_000],
    ['_1', 80_000],
    ['^1', 50_000],
    ['https://', 25_000],
    ['https://a.example/(', 5000],
    ['https://a.example/))))', 5000],
  ])('on %j × %i', (piece, times) => {
    const source = piece.repeat(times);
    expect(millisecondsOf(() => displayText(source))).toBeLessThan(1000);
  });

  test.each([
    ['closed groups', '{\\em '.repeat(20_000) + '}'.repeat(20_000)],
    ['closed macros', '\\textbf{'.repeat(20_000) + '}'.repeat(20_000)],
    ['a long power', `^${'1'.repeat(100_000)}a`],
    ['a long gap', `{\\em${' '.repeat(100_000)}}`],
    ['quotations that cut groups', "`\\em{' ".repeat(24) + '}'.repeat(24)],
    ['formulas that cut groups', '$\\href{a}{$ '.repeat(23) + '}'.repeat(23)],
  ])('on %s', (_, source) => {
    expect(millisecondsOf(() => displayText(source))).toBeLessThan(1000);
  });

  test.each(['*a_', '[', '$$', '> '])('and shows all of %j', (piece) => {
    const source = piece.repeat(1000).trim();
    expect(displayText(source)).toBe(source);
  });
});

test('a script on a script repeats no text', () => {
  expect(displayText('10^2^3 jars')).toBe('10²³ jars');
});
