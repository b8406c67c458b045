import { expect, test } from 'vitest';

import { compoundForms } from '../../../src/search/index/compounds.ts';
import { millisecondsOf } from '../../helpers.ts';

test.each([
  ['a hyphen', 'k-NN', ['knn']],
  ['two', 'state-of-art', ['stateofart']],
  ['a typographic one', 'k‑NN', ['knn']],
  ['a slash', 'TCP/IP', ['tcpip']],
  ['a hump', 'AlphaFold', ['alpha fold']],
  ['humps', 'MuJoCoGym', ['mu jo co gym']],
  ['letters and digits', 'GPT4', ['gpt 4']],
  ['digits and letters', '128bit', ['128 bit']],
  ['a hyphen and a hump', 'AlphaFold-2', ['alphafold2', 'alpha fold']],
  ['a hump after one letter', 'kNN', ['k nn']],
  ['one letter and one digit', 'x2 3D', ['x 2', '3 d']],
  ['each once, in order', 'k-NN GPT4 k-NN', ['knn', 'gpt 4']],
])('%s makes another form: %s', (_, text, forms) => {
  expect(compoundForms(text)).toEqual(forms);
});

test.each([
  ['a word', 'jars'],
  ['capitals', 'JARS'],
  ['more than four parts', 'a-b-c-d-e'],
  ['more than thirty letters', `${'a'.repeat(20)}-${'b'.repeat(20)}`],
  ['a dash between spaces', 'red - jars'],
  ['nothing', ''],
])('%s makes none: %j', (_, text) => {
  expect(compoundForms(text)).toEqual([]);
});

test.each(['a', 'a-', 'aB', 'a1', '-', '漢'])(
  'a text that is %j again and again takes little time',
  (unit) => {
    const text = unit.repeat(50_000 / unit.length);
    expect(millisecondsOf(() => compoundForms(text))).toBeLessThan(500);
  },
);
