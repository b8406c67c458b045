import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  acronymsIn,
  definitionsOf,
  growingAcronyms,
  otherForms,
  type Acronyms,
} from '../../src/text/acronyms.ts';
import { stemOf } from '../../src/text/stems.ts';

const stem = stemOf('en');
/** What the acronyms of texts stand for, as `acronym = long form`. */
const defined = (...texts: readonly string[]): readonly string[] =>
  Array.from(acronymsIn(texts, stem).longForms, ([acronym, words]) => `${acronym} = ${words}`);
const others = (text: string, ...texts: readonly string[]): readonly string[] =>
  otherForms(text, acronymsIn(texts, stem), stem);

describe('an acronym is defined', () => {
  test.each([
    ['after its words', 'A graph neural network (GNN) here.', 'gnn = graph neural network'],
    ['before them', 'A GNN (graph neural network) here.', 'gnn = graph neural network'],
    ['as a plural', 'Graph neural networks (GNNs) here.', 'gnn = graph neural networks'],
    ['with a hyphen', 'Jar-aware learning (JA-L).', 'jal = jar aware learning'],
    ['of words with hyphens', 'Red-jar search (RJS).', 'rjs = red jar search'],
    ['with small words between', 'The jar of sand (JS).', 'js = jar of sand'],
    ['with a number', 'Jar sand 2 (JS2).', 'js2 = jar sand 2'],
    [
      'with more in the parenthesis',
      'Graph neural network (GNN, for short).',
      'gnn = graph neural network',
    ],
    ['by the words nearest to it', 'Red jars and red jars (RJ).', 'rj = red jars'],
    [
      'by more letters of a word',
      'Variational autoencoder (VAE).',
      'vae = variational autoencoder',
    ],
    ['in another script', 'Красная банка (КБ).', 'кб = красная банка'],
  ])('%s', (_, text, expected) => {
    expect(defined(text)).toEqual([expected]);
  });

  test.each([
    ['nowhere', 'A graph neural network.'],
    ['nor by a reference', 'A graph neural network (see Doe).'],
    ['nor by other letters', 'A graph neural network (XYZ).'],
    ['nor by a word', 'Red jars (rj).'],
    ['nor by one letter', 'Jar sand (J).'],
    ['nor by nine', 'A b c d e f g h i (ABCDEFGHI).'],
    ['nor over the end of a sentence', 'A graph. Neural network (GNN).'],
    ['nor over another parenthesis', 'Graph (a) neural network (GNN).'],
    ['nor by words of which one gives nothing', 'Red shelves of jars (RJ).'],
    ['nor by one word', 'Graphs (GR).'],
  ])('%s', (_, text) => {
    expect(defined(text)).toEqual([]);
  });

  test('as what most papers say', () => {
    expect(
      defined('Red jars (RJ).', 'Red jar (RJ).', 'Rich jam (RJ). Rich jam (RJ). Rich jam (RJ).'),
    ).toEqual(['rj = red jars']);
  });

  test('as nothing when they do not agree', () => {
    expect(defined('Red jars (RJ).', 'Rich jam (RJ).', 'Raw jelly (RJ).')).toEqual([]);
  });
});

describe('otherForms', () => {
  const definition = 'Graph neural networks (GNNs).';

  test.each([
    ['the long form of an acronym', 'A GNN for jars', ['graph neural networks']],
    ['of a plural', 'Two GNNs', ['graph neural networks']],
    ['the acronym of a long form', 'Some graph neural network', ['gnn']],
    ['each once', 'GNN, GNN', ['graph neural networks']],
    ['nothing when both are there', 'A graph neural network, a GNN', []],
    ['nothing of a word in small letters', 'gnn', []],
    ['nothing of others', 'Jars in a CNN', []],
    ['nothing of a part of a long form', 'Some graph neural operator', []],
    ['nothing of nothing', '', []],
  ])('adds %s', (_, text, expected) => {
    expect(others(text, definition)).toEqual(expected);
  });

  test('tells long forms apart that start alike', () => {
    const texts = ['Graph neural network (GNN).', 'Graph neural jar (GNJ).', 'Graph neural (GN).'];
    expect(others('A graph neural jar.', ...texts)).toEqual(['gn', 'gnj']);
    expect(others('A graph neural', ...texts)).toEqual(['gn']);
  });
});

test('acronyms depend on what was learned, not on how much of it at a time', () => {
  const text = fc
    .array(
      fc.constantFrom('Red jar (RJ).', 'Real joy (RJ).', 'RJ (rare jam).', 'Red jars (RJS).'),
      {
        maxLength: 3,
      },
    )
    .map((sentences) => sentences.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.nat(8), (texts, cut) => {
      const found = texts.map((each) => definitionsOf(each, stem));
      const growing = growingAcronyms();
      growing.learn(found.slice(0, cut).flat());
      growing.learn(found.slice(cut).flat());
      const asKnown = (acronyms: Acronyms): unknown => [
        Object.fromEntries(acronyms.longForms),
        Object.fromEntries([...acronyms.shortForms].filter(([, forms]) => forms.length > 0)),
      ];
      expect(asKnown(growing)).toEqual(asKnown(acronymsIn(texts, stem)));
    }),
  );
});
