import { describe, expect, test } from 'vitest';

import { definedAcronyms } from '../../../src/cli/bench/search/acronyms.ts';
import { knownItems } from '../../../src/cli/bench/search/known-items.ts';
import type { BenchDocument } from '../../../src/cli/bench/search/subject.ts';
import { FOREIGN_WORDS } from '../../../src/cli/bench/search/words.ts';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

/** The queries of one kind that different seeds make of the same papers. */
function queriesOf(kind: string, ...documents: readonly Partial<BenchDocument>[]): Set<string> {
  const full = documents.map((document, index) => paper(String(index), document));
  return new Set(
    SEEDS.flatMap((seed) =>
      knownItems(full, 100, seed)
        .filter((group) => group.kind === kind)
        .flatMap(({ items }) => items.map(({ query }) => query)),
    ),
  );
}

function paper(id: string, { title = '', abstract = '' }: Partial<BenchDocument>): BenchDocument {
  return { id, title, abstract };
}

describe('a query that knows its paper', () => {
  test('by the full title', () => {
    expect(queriesOf('full title', { title: 'On the Gull' }, { abstract: 'No title.' })).toEqual(
      new Set(['On the Gull']),
    );
  });

  test('by three content words in the order of the title', () => {
    expect(queriesOf('three title words', { title: 'On Gulls: a Study of Winter, in 3D' })).toEqual(
      new Set(['Gulls Study Winter']),
    );
    expect(queriesOf('three title words', { title: 'Big red well-fed gulls, RED boats' })).toEqual(
      new Set(['Big red gulls', 'Big red boats', 'Big gulls boats', 'red gulls boats']),
    );
    expect(queriesOf('three title words', { title: 'Gulls of the Sea' })).toEqual(new Set());
  });

  test('by the four words of its abstract that the fewest papers have', () => {
    expect(
      queriesOf(
        'four rare words',
        { abstract: 'The common gull is brave, noisy, grey and greedy. Brave!' },
        { title: 'A common', abstract: 'gull' },
      ),
    ).toEqual(new Set(['brave noisy grey greedy']));
  });

  test('with a typo in the longest word', () => {
    const queries = [...queriesOf('typo', { title: 'Grey Boats Sea', abstract: 'boat' })];
    const wrong = queries.map((query) => /^Grey (\S+) Sea$/.exec(query)?.[1] ?? '');
    expect(wrong).not.toContain('');
    expect(wrong).not.toContain('Boats');
    expect(wrong).not.toContain('Boat');
    expect(new Set(wrong.map(({ length }) => length))).toEqual(new Set([4, 5, 6]));
    expect(wrong.some((word) => /^[^B]/.test(word))).toBe(true);
    for (const word of wrong) expect(distance('Boats', word)).toBe(1);
  });

  test('with a word of another language that no paper has', () => {
    const abstract = FOREIGN_WORDS.slice(1).join(' ');
    const [added] = FOREIGN_WORDS;
    expect(queriesOf('foreign word added', { title: 'Grey Boats Sea', abstract })).toEqual(
      new Set([
        `${String(added)} Grey Boats Sea`,
        `Grey ${String(added)} Boats Sea`,
        `Grey Boats ${String(added)} Sea`,
        `Grey Boats Sea ${String(added)}`,
      ]),
    );
    const all = FOREIGN_WORDS.join(' ');
    expect(queriesOf('foreign word added', { title: 'Grey Boats Sea', abstract: all })).toEqual(
      new Set(),
    );
  });

  test('with the last word cut', () => {
    expect(queriesOf('last word cut', { title: 'Grey Sea Boats' })).toEqual(
      new Set(['Grey Sea Boa', 'Grey Sea Boat']),
    );
    expect(queriesOf('last word cut', { title: 'Grey Boats Sea' })).toEqual(new Set());
  });

  test('with a space for a hyphen', () => {
    expect(queriesOf('hyphen as space', { title: 'Grey Self-Made Boats' })).toEqual(
      new Set(['Grey Self Made Boats']),
    );
    expect(queriesOf('hyphen as space', { title: 'Grey State-of-the-Art' })).toEqual(new Set());
    expect(queriesOf('hyphen as space', { title: 'Grey Boats Sea' })).toEqual(new Set());
  });

  test('by four words in quotes, their hyphens half of the time', () => {
    expect(queriesOf('four words quoted', { title: 'A: Self-Made "Boats" at Sea' })).toEqual(
      new Set([
        '"A Self-Made Boats at"',
        '"A Self Made Boats at"',
        '"Self-Made Boats at Sea"',
        '"Self Made Boats at Sea"',
      ]),
    );
  });

  const gulls = ['one', 'two'].map((word) => ({
    abstract: `We study ${word} grey winter gulls (GWGs).`,
  }));

  test('by an acronym for the long form that its title has', () => {
    const kind = 'acronym for long form';
    expect(queriesOf(kind, { title: 'Feeding Grey Winter Gull Chicks' }, ...gulls)).toEqual(
      new Set(['Feeding GWG Chicks']),
    );
    // Defined once only; nothing beside it; both forms in the title.
    expect(
      queriesOf(kind, { title: 'Feeding Grey Winter Gull Chicks' }, ...gulls.slice(1)),
    ).toEqual(new Set());
    expect(queriesOf(kind, { title: 'Grey Winter Gulls' }, ...gulls)).toEqual(new Set());
    expect(queriesOf(kind, { title: 'Feeding Grey Winter Gulls: GWGs Chicks' }, ...gulls)).toEqual(
      new Set(),
    );
  });

  test('by the long form for an acronym that its title has', () => {
    const kind = 'long form for acronym';
    const title = 'Feeding GWGs at Sea';
    expect(queriesOf(kind, { title }, ...gulls)).toEqual(
      new Set(['Feeding grey winter gulls Sea']),
    );
    expect(queriesOf(kind, { title: 'Feeding gwgs at Sea' }, ...gulls)).toEqual(new Set());
    expect(queriesOf(kind, { title }, ...gulls.slice(1))).toEqual(new Set());
  });

  test('when an acronym has two meanings, by the one that its abstract has', () => {
    const kind = 'long form for acronym';
    const title = 'Feeding GWGs at Sea';
    const goats = ['one', 'two'].map((word) => ({ abstract: `${word} good white goats (GWGs).` }));
    expect(queriesOf(kind, { title }, ...gulls, ...goats)).toEqual(new Set());
    expect(queriesOf(kind, { title, abstract: 'A good white goat.' }, ...gulls, ...goats)).toEqual(
      new Set(['Feeding good white goats Sea']),
    );
  });
});

describe('known items', () => {
  const documents = Array.from({ length: 30 }, (_, index) =>
    paper(String(index), { title: `Grey Boats Sea Harbour Winter No ${String(index)}` }),
  );

  test('are the same every time, and others with another seed', () => {
    expect(knownItems(documents, 10)).toEqual(knownItems(documents, 10));
    expect(knownItems(documents, 10, 2)).not.toEqual(knownItems(documents, 10));
  });

  test('are as many as asked for in each group, or as many as there are', () => {
    const sizes = (sample: number): readonly number[] =>
      knownItems(documents, sample).map(({ items }) => items.length);
    expect(sizes(10)).toEqual([10, 10, 0, 10, 10, 10, 0, 10, 0, 0]);
    expect(sizes(99)[0]).toBe(30);
  });

  test('start alike, however many are asked for', () => {
    const [few = [], many = []] = [5, 20].map((sample) => knownItems(documents, sample));
    expect(many.map(({ items }) => items.slice(0, 5))).toEqual(few.map(({ items }) => items));
  });

  test('expect every paper of the same title', () => {
    const twins = [
      paper('1', { title: 'Grey  Boats' }),
      paper('2', { title: 'grey boats' }),
      paper('3', { title: 'Boats' }),
    ];
    expect(
      new Set(knownItems(twins, 3)[0]?.items.map(({ expected }) => [...expected].join())),
    ).toEqual(new Set(['1,2', '3']));
  });
});

describe('the acronyms of a collection', () => {
  test('are those that two papers define, most papers first', () => {
    const texts = [
      'Large Language Models (LLMs) and chain-of-thought (CoT)',
      'A large language model ( LLM ), a large language model (LLM)',
      'Reinforcement Learning from Human Feedback (RLHF)',
      'learning (CoT), see above (RLHF), reinforcement learning from human feedback (RLHF)',
      'large language models (LLM), chain of thoughts (CoT)',
      'chain of thought (cot)',
    ];
    expect(definedAcronyms(texts.map((abstract, id) => paper(String(id), { abstract })))).toEqual([
      { short: 'LLM', long: ['large', 'language', 'models'], papers: 3 },
      { short: 'CoT', long: ['chain', 'of', 'thought'], papers: 2 },
      {
        short: 'RLHF',
        long: ['reinforcement', 'learning', 'from', 'human', 'feedback'],
        papers: 2,
      },
    ]);
  });
});

/** How many letters differ, are missing, too many or exchanged with their neighbour: optimal string alignment. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const isExchanged = a.length > 1 && b.startsWith(`${a.charAt(1)}${a.charAt(0)}`);
  return Math.min(
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    distance(a.slice(1), b.slice(1)) + (a.startsWith(b.charAt(0)) ? 0 : 1),
    ...(isExchanged ? [distance(a.slice(2), b.slice(2)) + 1] : []),
  );
}
