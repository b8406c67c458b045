import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { SearchEngine } from '../../src/search/engine.ts';
import { highlight, type Marks } from '../../src/search/highlight.ts';
import { search, type SearchAnswer, type SearchRequest } from '../../src/search/search.ts';
import { stemOf } from '../../src/text/stems.ts';
import { textWords, wordsOf } from '../../src/text/words.ts';
import { propertySeed } from '../property-seed.ts';
import { memoryEngine, type Invented } from './memory-engine.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

function answer(
  text: string,
  papers: readonly Invented[],
  request: Partial<SearchRequest> = {},
): Promise<SearchAnswer> {
  const all = { text, sort: 'relevance', typing: false, spelling: true, ...request } as const;
  return search(all, memoryEngine(papers));
}

const found = async (...parameters: Parameters<typeof answer>): Promise<readonly number[]> =>
  (await answer(...parameters)).papers;
const NO_MARKS: Marks = { words: [], acronyms: [], initials: [] };
const titled = (...titles: readonly string[]): readonly Invented[] =>
  titles.map((title) => ({ title }));

describe('a paper is found by', () => {
  test.each([
    ['a word of its title', 'jars', { title: 'Red jars' }],
    ['a word of its abstract', 'jars', { abstract: 'Red jars.' }],
    ['an author', 'müller', { authors: ['Karl Müller'] }],
    ['its arXiv id', '2403.01230', { names: ['2403.01230'] }],
    ['its venue', 'journal of gulls', { names: ['Journal of Gulls'] }],
    ['another form of a word', 'jar', { title: 'Jars' }],
    ['the start of a word', 'shel', { title: 'Shelves' }],
    ['letters without accents', 'cafe', { title: 'Café' }],
    ['letters with accents', 'Café', { title: 'cafe' }],
    ['a ligature taken apart', 'fine', { title: 'ﬁne' }],
    ['a ligature', 'ﬁne', { title: 'fine' }],
    ['a word without its hyphen', 'knn', { title: 'k-NN' }],
    ['a hyphen for a space', 'red-jars', { title: 'Red jars' }],
    ['two words for one with a hump', 'alpha fold', { title: 'AlphaFold' }],
    ['a hyphen for a hump', 'alpha-fold', { title: 'AlphaFold' }],
    ['a hyphen for a hump after one letter', 'k-nn', { title: 'kNN' }],
    ['a number put to its word', 'gpt4', { title: 'GPT-4' }],
    ['a number put away from its word', 'gpt-4', { title: 'GPT4' }],
    ['a Chinese character', '鸥', { title: '海鸥' }],
    ['words that say nothing, when there are no others', 'the who', { title: 'The Who' }],
    [
      'a word that asks, when the archive has nothing like the others',
      'the zzzzz of the literature',
      { title: 'Literature' },
    ],
    ['a similar word', 'jarrs', { title: 'Jars' }],
  ])('%s', async (_, text, paper: Invented) => {
    expect(await found(text, [paper, { title: 'Sand' }])).toEqual([0]);
  });

  const defining = { abstract: 'A graph neural network (GNN) for jars.' };

  test.each([
    ['an acronym of what it says at length', 'gnn', 'A graph neural network for gulls.'],
    ['what its acronym stands for', 'graph neural network', 'A GNN for gulls.'],
    ['what its acronym stands for, of several', 'graph neural network', 'Two GNNs for gulls.'],
  ])('%s', async (_, text, abstract) => {
    expect(await found(text, [{ abstract }, defining, { abstract: 'Sand.' }])).toEqual([1, 0]);
  });
});

test.each([
  ['nothing', ''],
  ['spaces', '  \t'],
  ['signs', '… – “” "" -'],
  ['operators that are none', 'date:soon has:gulls'],
  ['a word that nothing is like', 'zzzzz'],
  ['a word that nothing is like, and one that says nothing', 'the zzzzz'],
  ['a word that nothing is like, in a long question', 'what is the zzzzz of the'],
  ['what stands for an empty abstract', '_'],
  ['that in a title', 'title:_'],
  ['that in quotes', '"_"'],
  ['that in words', 'noabstract'],
  ['a condition that no paper meets', 'jars date:1999'],
  ['a word and its opposite', 'jars -jars'],
])('no paper is found by %s', async (_, text) => {
  expect(await answer(text, titled('The jars'))).toMatchObject({
    papers: [],
    full: 0,
    facets: { years: [], months: [], links: [], seen: [], topics: [] },
  });
});

test('an empty archive has no papers', async () => {
  for (const text of ['jars', '"red jars"', '-jars', 'date:2025', ''])
    expect(await found(text, [])).toEqual([]);
});

describe('a query of conditions alone', () => {
  const papers: readonly Invented[] = [
    { title: 'Gulls', date: '2024-12-31' },
    { title: 'Jars', date: '2025-03-11', links: ['code'] },
    { title: 'Sand', date: '2025-03-12', seen: 2 },
  ];
  test.each([
    ['date:2025', [2, 1]],
    ['-gulls', [2, 1]],
    ['has:code', [1]],
    ['-has:code -seen:2', [0]],
    ['seen:1', [2, 1, 0]],
  ])('%s finds all that meet it, the latest first', async (text, expected) => {
    expect(await answer(text, papers)).toMatchObject({
      papers: expected,
      full: expected.length,
      unknown: [],
      marks: NO_MARKS,
    });
  });
});

describe('a phrase', () => {
  const papers = titled('Red jars', 'Jars, red', 'Jars of the sea', 'Red sand');

  test.each([
    ['"red jars"', [0], 'is required'],
    ['“red jars”', [0], 'in any quotes'],
    ['"red-jars', [0], 'with a hyphen for a space, not closed yet'],
    ['"jars of the sea"', [2], 'with its stop words'],
    ['-"red jars" jars', [2, 1], 'or left out'],
    ['title:"red jars"', [0], 'in a field'],
  ])('%s → %j: %s', async (text, expected) => {
    expect((await found(text, papers)).toSorted()).toEqual(expected.toSorted());
  });

  test('that no paper has is given up for its words, and the reader is told', async () => {
    const { papers: loose, remarks } = await answer('"sand jars"', papers);
    expect(loose.toSorted()).toEqual([0, 1, 2, 3]);
    expect(remarks).toEqual([
      'No paper has “sand jars” word for word. These have some of the words.',
    ]);
  });

  test('that is given up leaves the other conditions in force', async () => {
    expect(await found('"sand jars" -sea -title:"red jars"', papers)).toEqual([3, 1]);
  });

  test('of words that nobody has is nothing, without a remark', async () => {
    expect(await answer('"zzzzz yyyyy"', papers)).toMatchObject({ papers: [], remarks: [] });
  });

  test('in a field is never given up', async () => {
    expect(await answer('title:"sand jars"', papers)).toMatchObject({ papers: [], remarks: [] });
  });

  test('in a long question is not required', async () => {
    const question = 'gulls pebbles tides wind shore dunes reeds marsh';
    expect(await found(`${question} "red jars"`, papers)).toEqual([0]);
    expect(await found(`${question} boats "red jars"`, papers)).toHaveLength(4);
  });
});

describe('papers with all the words', () => {
  const papers: readonly Invented[] = [
    { title: 'Red jars', date: '2024-12-31', links: ['code'] },
    { title: 'Jars', date: '2025-03-11' },
    { title: 'Red', date: '2025-03-12' },
  ];

  test('are counted, and the facets are theirs', async () => {
    const { full, facets } = await answer('red jars', papers);
    expect(full).toBe(1);
    expect(facets.years).toEqual([{ operator: 'date:2024', papers: 1 }]);
    expect(facets.links).toEqual([{ operator: 'has:code', papers: 1 }]);
  });

  test('are none, and the facets are of those with some', async () => {
    const { full, facets } = await answer('red jars -title:"red jars"', papers);
    expect(full).toBe(0);
    expect(facets.years).toEqual([{ operator: 'date:2025', papers: 2 }]);
  });

  test('are those with all the words that the archive has', async () => {
    expect(await answer('red zzzzz', papers)).toMatchObject({ full: 2, unknown: ['zzzzz'] });
  });
});

describe('sorted', () => {
  const papers: readonly Invented[] = [
    { title: 'Red jars', date: '2024-12-31 2025-01-05', seen: 2 },
    { title: 'Red jars', date: '2025-01-01', seen: 3 },
    { title: 'Jars', date: '2025-03-11', seen: 9 },
    { title: 'Red jars', date: '2025-01-02', seen: 2 },
  ];

  test.each([
    ['by the newest date, papers with all words come first', 'newest', [0, 3, 1, 2]],
    ['by digests, the newest first of equals', 'seen', [1, 0, 3, 2]],
  ] as const)('%s', async (_, sort, expected) => {
    expect(await found('red jars', papers, { sort })).toEqual(expected);
  });

  test('a query of conditions alone is, too', async () => {
    expect(await found('date:2025', papers, { sort: 'seen' })).toEqual([2, 1, 0, 3]);
    expect(await found('date:2025', papers, { sort: 'newest' })).toEqual([2, 0, 3, 1]);
  });
});

describe('a word that the archive does not have', () => {
  test('is corrected, and the reader is told', async () => {
    expect(await answer('gullz jars', titled('Gulls', 'Jars'))).toMatchObject({
      papers: [1, 0],
      corrections: [{ from: 'gullz', to: 'gulls' }],
      unknown: [],
      marks: { words: ['gulls', 'jars'], acronyms: [], initials: ['gj'] },
    });
  });

  test('is not, when that is not wanted', async () => {
    expect(await answer('gullz jars', titled('Gulls', 'Jars'), { spelling: false })).toMatchObject({
      papers: [1],
      corrections: [],
      unknown: ['gullz'],
    });
  });

  test('is not, when a word starts like that', async () => {
    const papers = titled('Gulls', 'Gullyway');
    expect(await answer('gully', papers)).toMatchObject({ papers: [1], corrections: [] });
  });

  test('is corrected in a field', async () => {
    const papers: readonly Invented[] = [{ title: 'Gulls' }, { abstract: 'Gulls' }];
    expect(await answer('title:gullz', papers)).toMatchObject({
      papers: [0],
      corrections: [{ from: 'gullz', to: 'gulls' }],
    });
  });

  test('is two words, both of which count', async () => {
    const papers = titled('Deep sand', ...Array.from({ length: 8 }, () => 'Deep learning'), 'Deep');
    const { papers: result, full, corrections } = await answer('deeplearning', papers);
    expect(result.slice(0, 8).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(result).toHaveLength(10);
    expect(full).toBe(8);
    expect(corrections).toContainEqual({ from: 'deeplearning', to: 'deep learning' });
  });

  test('is left alone after five others', async () => {
    const names = ['gulls', 'tides', 'dunes', 'reeds', 'winds', 'boats'];
    const text = names.map((name) => name.replace(/s$/, 'q')).join(' ');
    const { corrections, unknown } = await answer(text, titled(names.join(' ')));
    expect(corrections.map(({ to }) => to)).toEqual(names.slice(0, 5));
    expect(unknown).toEqual(['boatq']);
  });
});

describe('while it is typed, there is found', () => {
  const papers: readonly Invented[] = [
    { title: 'Deep networks of gulls', authors: ['Karl Müller'] },
    { abstract: 'Networks: deep gulls' },
  ];

  test.each([
    ['title:gul', [0]],
    ['author:mül', [0]],
    ['"deep net', [0]],
    ['"deep net"', []],
    ['title:"deep net', [0]],
    ['deep networks "of gul', [0]],
    ['"dee', [0, 1]],
  ])('%s → %j', async (text, expected) => {
    const { papers: result, remarks } = await answer(text, papers, { typing: true });
    expect(remarks.length > 0 ? [] : result.toSorted()).toEqual(expected);
  });
});

test('what is required or left out is what is written, not another name of it', async () => {
  const papers = [
    { abstract: 'A GNN for gulls.' },
    { abstract: 'A graph neural network (GNN) for jars.' },
  ];
  expect(await found('"graph neural network"', papers)).toEqual([1]);
  expect(await found('for -"graph neural network"', papers)).toEqual([0]);
  expect(await found('for -neural', papers)).toEqual([0]);
});

test('no phrase goes from one name to the next', async () => {
  const papers: readonly Invented[] = [
    { title: 'Gulls', names: ['Red', 'Jars'], authors: ['Karl Müller', 'Jo Doe'] },
  ];
  expect((await answer('"red jars"', papers)).remarks).toHaveLength(1);
  expect(await found('author:"müller jo"', papers)).toEqual([]);
  expect(await found('author:"jo doe" author:"karl müller"', papers)).toEqual([0]);
});

test('the words to mark are those found, each once', async () => {
  const { marks } = await answer('jar of jars catal', titled('Jars', 'Jar catalogue'));
  expect(marks.words.toSorted()).toEqual(['catalogue', 'jar', 'jars']);
});

test.each([
  ['graph neural network', ['gnn']],
  ['graph of neural network', ['gnn']],
  ['neural network', ['nn']],
  ['network', []],
  ['two three four five six seven eight', []],
  ['graph 2 network', []],
])('%j marks acronyms that may stand for it: %j', async (text, initials) => {
  const { marks } = await answer(text, titled('Sand'));
  expect(marks).toEqual({ ...NO_MARKS, initials });
});

describe('an answer marks', () => {
  const ROBUST = 'robust efficient distillation';
  const marked = async (
    text: string,
    shown: string,
    ...abstracts: readonly string[]
  ): Promise<string> => {
    const papers = [shown, ...abstracts].map((abstract) => ({ abstract }));
    const { marks } = await answer(text, papers);
    return highlight(shown, marks)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');
  };

  test('what an acronym of the archive stands for', async () => {
    const defining = 'Robust efficient distillation (RED).';
    expect(await marked('red', `A ${ROBUST}`, defining)).toBe(`A [${ROBUST}]`);
  });

  test('no words whose initials happen to spell a word', async () => {
    expect(await marked('red', `A red ${ROBUST}`)).toBe(`A [red] ${ROBUST}`);
  });

  test('acronyms in capitals that stand for its words', async () => {
    const text = 'A GNN, GNNs, gnn, graph neural networks, green narrow nets.';
    expect(await marked('graph neural networks', text)).toBe(
      'A [GNN], [GNNs], gnn, [graph neural networks], green narrow nets.',
    );
  });
});

test('remarks on operators come with the answer', async () => {
  const { remarks, papers } = await answer('jars seen:x', titled('Jars'));
  expect(papers).toEqual([0]);
  expect(remarks).toHaveLength(1);
});

test('an engine that cannot read its files makes the search fail', async () => {
  const engine = { ...memoryEngine([]), wordsFrom: () => Promise.reject(new Error('gone')) };
  await expect(
    search({ text: 'jars', sort: 'relevance', typing: false, spelling: true }, engine),
  ).rejects.toThrow('gone');
});

describe('whatever is asked', () => {
  const PAPERS: readonly Invented[] = [
    { title: 'Red jars', abstract: 'Gulls on the shore.', authors: ['Jo Doe'], date: '2024-12-31' },
    { title: 'k-NN of AlphaFold', abstract: 'A red jar.', seen: 2, links: ['code'] },
    { title: '海鸥', abstract: '' },
  ];
  const part = fc.constantFrom(
    ...['"', '“', '-', ':', ' ', ' ', 'title:', 'author:', 'date:', 'has:', 'seen:', '..', '2025'],
    ...[
      'red',
      'jar',
      'jarz',
      'gull',
      'the',
      'k-nn',
      '海',
      'code',
      'constructor',
      '__proto__',
      '\\',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  const request = fc.record({
    text,
    sort: fc.constantFrom('relevance', 'newest', 'seen'),
    typing: fc.boolean(),
    spelling: fc.boolean(),
  });
  const engine = memoryEngine(PAPERS);

  test('there is an answer, papers in it are there once, and it is always the same', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const { papers, full, ...rest } = await search(asked, engine);
        expect(new Set(papers).size).toBe(papers.length);
        expect(papers.every((paper) => PAPERS[paper] !== undefined)).toBe(true);
        expect(full).toBeLessThanOrEqual(papers.length);
        expect(await search(asked, engine)).toEqual({ papers, full, ...rest });
      }),
    );
  });

  test.each(['constructor', '__proto__', 'toString:x', '\\', '.*', '(', '%00', '<b>', '\u0000'])(
    '%j finds nothing that is not there',
    async (hostile) => {
      expect(await answer(hostile, PAPERS, { typing: true })).toMatchObject({
        papers: [],
        marks: { words: [], acronyms: [] },
      });
    },
  );
});

/** The processor time that an answer takes, whatever else the machine does. */
async function millisecondsFor(text: string, engine: SearchEngine): Promise<number> {
  const before = process.threadCpuUsage();
  await search({ text, sort: 'relevance', typing: false, spelling: true }, engine);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

test('a query of very many unknown words is answered quickly', async () => {
  const vocabulary = Array.from({ length: 30_000 }, (_, number) => ({
    word: `gull${number.toString(36)}`,
    weight: 3,
  }));
  const engine = { ...memoryEngine([]), vocabulary: () => Promise.resolve(vocabulary) };
  const text = Array.from({ length: 2000 }, (_, number) => `gulz${String(number)}z`).join(' ');
  expect(await millisecondsFor(text, engine)).toBeLessThan(1500);
});

test('papers that repeat two words without end are found quickly', async () => {
  const engine = memoryEngine(
    Array.from({ length: 5 }, () => ({ title: 'Sand', abstract: 'red jars '.repeat(11_000) })),
  );
  expect(await millisecondsFor('red jars', engine)).toBeLessThan(500);
});

describe('against texts read one by one', () => {
  const word = fc.constantFrom('red', 'jar', 'jars', 'gull', 'gulls', 'tide', 'the', 'of', 'k-NN');
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  const paper = fc.record({
    title: text,
    abstract: text,
    authors: fc.subarray(['Jo Doe', 'Karl Red']),
    date: fc
      .subarray(['2024-12-31', '2025-03-11', '2025-03-12'], { minLength: 1 })
      .map((dates) => dates.join(' ')),
    seen: fc.integer({ min: 1, max: 3 }),
    links: fc.subarray(['code', 'demo'] as const),
  });
  type Read = (paper: Required<Omit<Invented, 'names'>>) => boolean;

  const stem = stemOf('en');
  const has = (field: string, words: string, isExact: boolean): boolean => {
    const form = isExact ? (each: string): string => each : stem;
    const line = (words: string): string => ` ${wordsOf(words).map(form).join(' ')} `;
    return line(field).includes(line(words));
  };
  const anywhere =
    (words: string, isExact: boolean): Read =>
    ({ title, abstract, authors }) =>
      [title, abstract, authors.join(' ')].some((field) => has(field, words, isExact));
  const asked = (written: string, read: Read): readonly [string, Read] => [written, read];
  const onDate = (test: (date: string) => boolean): Read => {
    return ({ date }) => date.split(' ').some(test);
  };
  const two = fc.tuple(word, word).map((words) => words.join(' '));
  const condition = fc.oneof(
    two.map((words) => asked(`"${words}"`, anywhere(words, true))),
    two.map((words) => asked(`title:"${words}"`, ({ title }) => has(title, words, true))),
    word.map((each) => asked(`title:${each}`, ({ title }) => has(title, each, each === 'k-NN'))),
    word.map((each) => asked(`-${each}`, (of) => !anywhere(each, each === 'k-NN')(of))),
    fc.constant(asked('author:red', ({ authors }) => authors.includes('Karl Red'))),
    fc.constantFrom('2024', '2025', '2025-03', '2025-03-12').map((date) =>
      asked(
        `date:${date}`,
        onDate((each) => each.startsWith(date)),
      ),
    ),
    fc.constantFrom('2025', '2025-03-12').map((date) =>
      asked(
        `date:${date}..`,
        onDate((each) => each >= date),
      ),
    ),
    fc
      .constantFrom(1, 2, 4)
      .map((least) => asked(`seen:${String(least)}`, ({ seen }) => seen >= least)),
    fc
      .constantFrom('code', 'video')
      .map((kind) => asked(`has:${kind}`, ({ links }) => links.some((link) => link === kind))),
  );
  const negated = fc
    .tuple(condition, fc.boolean())
    .map(([[written, read], isNegative]) =>
      isNegative && !written.startsWith('-')
        ? ([`-${written}`, (of: Parameters<Read>[0]) => !read(of)] as const)
        : ([written, read] as const),
    );

  test('conditions find exactly the papers that meet all of them', async () => {
    const isPhrase = (written: string): boolean => written.startsWith('"');
    await fc.assert(
      fc.asyncProperty(
        fc.array(paper, { maxLength: 8 }),
        fc.array(negated, { minLength: 1, maxLength: 3 }),
        async (papers, conditions) => {
          const query = conditions.map(([written]) => written).join(' ');
          const { papers: result, remarks } = await answer(query, papers);
          const isLoose = remarks.length > 0;
          const expected = [...papers.keys()].filter((number) =>
            conditions.every(([written, read]) => {
              const each = papers[number];
              return each !== undefined && ((isLoose && isPhrase(written)) || read(each));
            }),
          );
          if (isLoose) expect(expected).toEqual(expect.arrayContaining([...result]));
          else expect(result.toSorted((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });

  test('every word of every text finds its paper', async () => {
    const any = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 12 }));
    const papers = fc.array(fc.record({ title: any, abstract: any }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(papers, async (all) => {
        for (const [number, { title, abstract }] of all.entries())
          for (const field of [title, abstract])
            for (const { start, end } of textWords(field)) {
              const written = field.slice(start, end);
              expect(await found(written, all)).toContain(number);
              expect(await found(`"${written}"`, all)).toContain(number);
            }
      }),
      { numRuns: 100 },
    );
  });
});
