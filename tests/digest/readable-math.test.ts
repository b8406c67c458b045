import { expect, test } from 'vitest';

import { readableMath } from '../../src/digest/readable-math.ts';

test.each([
  ['10^{13}', '10¹³'],
  ['10^5', '10⁵'],
  ['10^{-3}', '10⁻³'],
  ['x_{2}', 'x₂'],
  ['x_2', 'x₂'],
  ['2^n', '2ⁿ'],
  ['x_i', 'x_i'],
  ['x_{ij}', 'x_(ij)'],
  ['e^{x+y}', 'e^(x+y)'],
  ['90^\\circ', '90°'],
  ['90^{\\circ}', '90°'],
  ['\\alpha_t', 'α_t'],
  ['\\alpha\\beta', 'αβ'],
  ['\\mathbb{R}^{d}', 'R^d'],
  ['\\mathcal{O}(n^2)', 'O(n²)'],
  ['\\text{loss}', 'loss'],
  ['\\operatorname{softmax} x', 'softmax x'],
  ['\\alpha\\mathrm{x}', 'αx'],
  ['\\foo\\text{bar}', 'foobar'],
  ['a \\\\text{times} b', 'a times b'],
  ['5\\%', '5%'],
  ['a\\,b\\;c', 'a b c'],
  ['  a   b ', 'a b'],
  ['', ''],
  ['\\', '\\'],
  ['^', '^'],
  ['x^{', 'x^'],
])('%j reads %j', (tex, expected) => {
  expect(readableMath(tex)).toBe(expected);
});

test.each([
  ['^{\\text{2}}', '²'],
  ['x^{\\mathbf{2}}', 'x²'],
])('a script set in a face is still a script: %j reads %j', (tex, expected) => {
  expect(readableMath(tex)).toBe(expected);
});
