import { between, oneOf, type Random } from '../../src/cli/bench/random.ts';
import { MAILING_LINES, PAGE_LINES, TOKENS } from './tokens.ts';

/** Changes a text somewhere; `splice` gives a piece of another digest. */
type Mutation = (text: string, random: Random, splice: () => string) => string;

/** Longest run of one token, in characters, and what it is once in a while. */
const LONGEST_REPEAT = 20_000;
const LONGEST_RARE_REPEAT = 120_000;
/** Texts do not grow beyond this. */
const LONGEST_TEXT = 400_000;

/** What stands around a line of its own. */
const SURROUNDINGS = [
  ['\n\n', '\n\n'],
  ['\n', '\n'],
  ['\n\n', '\n'],
  ['\n', '\n\n'],
] as const;

/** A text with `count` random changes. */
export function mutate(text: string, count: number, random: Random, splice: () => string): string {
  let mutated = text;
  for (let done = 0; done < count; done += 1) {
    const next = oneOf(random, MUTATIONS)(mutated, random, splice);
    if (next.length <= LONGEST_TEXT) mutated = next;
  }
  return mutated;
}

const insertToken: Mutation = (text, random) => {
  const spaced = oneOf(random, ['', '', ' ', '\n', '\n\n']);
  return insert(text, place(text, random), spaced + oneOf(random, TOKENS) + spaced);
};

const insertTokens: Mutation = (text, random) => {
  const length = between(random, 2, 12);
  const tokens = Array.from({ length }, () => oneOf(random, TOKENS));
  return insert(text, place(text, random), tokens.join(oneOf(random, ['', ' '])));
};

/** Words and tokens in any order, as a line or a block of its own. */
const soup: Mutation = (text, random) => {
  const words = text.slice(0, 2000).match(/\S{1,30}/g) ?? ['words'];
  const length = Math.floor(2 ** (1 + 5 * random()));
  const pieces = Array.from(
    { length },
    () =>
      oneOf(random, random() < 0.4 ? words : TOKENS) + oneOf(random, ['', '', ' ', ' ', '}', '{']),
  );
  const [before, after] = oneOf(random, SURROUNDINGS);
  return insert(text, lineStart(text, place(text, random)), before + pieces.join('') + after);
};

const repeatToken: Mutation = (text, random) => {
  const token = oneOf(random, TOKENS);
  const longest = random() < 0.95 ? LONGEST_REPEAT : LONGEST_RARE_REPEAT;
  const characters = Math.floor(longest ** (0.3 + 0.7 * random()));
  return insert(text, place(text, random), token.repeat(Math.ceil(characters / token.length)));
};

/** An opening token, a piece of the text, its end. */
const wrap: Mutation = (text, random) => {
  const [start, end] = stretch(text, random, between(random, 1, 300));
  const pairs = ['\\textbf{ }', '\\emph{ }', '{\\em  }', '\\texttt{ }', '$ $', '\\footnote{ }'];
  const more = ['{ }', '* *', '_ _', '` `', '[ ](x)', '<b> </b>', '\\label{ }', "`` ''", '\\( \\)'];
  const [open = '', close = ''] = oneOf(random, [...pairs, ...more]).split(/ (?=\S*$)/);
  return text.slice(0, start) + open + text.slice(start, end) + close + text.slice(end);
};

const pageLine: Mutation = (text, random) => {
  const line = oneOf(random, PAGE_LINES);
  const [before, after] = oneOf(random, SURROUNDINGS);
  const at = random() < 0.4 ? 0 : lineStart(text, place(text, random));
  return insert(text, at, `${at === 0 ? '' : before}${line}${after}`);
};

const mailingLine: Mutation = (text, random) => {
  const [before, after] = oneOf(random, SURROUNDINGS);
  const at = lineStart(text, place(text, random));
  return insert(text, at, `${at === 0 ? '' : before}${oneOf(random, MAILING_LINES)}${after}`);
};

const someCharacter: Mutation = (text, random) => {
  const highest = oneOf(random, [0x7f, 0x2fff, 0xffff, 0x10ffff]);
  const code = between(random, 0, highest);
  const character = code >= 0xd800 && code <= 0xdfff ? '\u{1f600}' : String.fromCodePoint(code);
  return insert(text, place(text, random), character);
};

const otherLineEnds: Mutation = (text, random) => {
  const end = oneOf(random, ['\r\n', '\r', '\n\r', ...'\u0085\u2028\u2029\v\f ', '\n\n']);
  const share = oneOf(random, [1, 1, 0.1]);
  return text.replace(/\n/g, (line) => (random() < share ? end : line));
};

const otherSpelling: Mutation = (text, random) =>
  onBlocks(text, random, ([block = '', ...more]) => [
    oneOf(random, [
      block.toUpperCase(),
      block.toLowerCase(),
      block.normalize('NFD'),
      block.replace(/ /g, '  '),
      block.replace(/[^\w\s]/g, ''),
      `  ${block.replace(/\n/g, '\n\t')} `,
      `${block}.`,
    ]),
    ...more,
  ]);

const removeStretch: Mutation = (text, random) => {
  const [start, end] = stretch(text, random, between(random, 1, 400));
  return text.slice(0, start) + text.slice(end);
};

const removeBlankLines: Mutation = (text, random) => {
  const share = oneOf(random, [0.05, 0.2, 1]);
  return text.replace(/\n\s*\n/g, (blank) => (random() < share ? '\n' : blank));
};

const addBlankLine: Mutation = (text, random) =>
  insert(text, place(text, random), oneOf(random, ['\n\n', '\n', '\n \n', '\n\n\n', '\n\u00a0\n']));

/** Wraps each line at a width, as a mail program does. */
const rewrap: Mutation = (text, random) => {
  const width = oneOf(random, [20, 72, 140]);
  return text.replace(new RegExp(`(.{1,${String(width)}})(?: |$)`, 'gm'), '$1\n');
};

const repeatBlock: Mutation = (text, random) =>
  onBlocks(text, random, ([block = '', ...more]) => [
    ...Array.from({ length: between(random, 2, 4) }, () => block),
    ...more,
  ]);

const longLine: Mutation = (text, random) =>
  onBlocks(text, random, ([block = '', ...more]) => [
    `${block} `.repeat(Math.ceil(between(random, 200, 30_000) / (block.length + 1))),
    ...more,
  ]);

const swapBlocks: Mutation = (text, random) =>
  onBlocks(text, random, ([first = '', second = '', ...more]) => [second, first, ...more]);

const removeBlock: Mutation = (text, random) => onBlocks(text, random, ([, ...more]) => more);

const joinBlocks: Mutation = (text, random) =>
  onBlocks(text, random, ([first = '', second = '', ...more]) => [
    first + oneOf(random, ['\n', ' ', '']) + second,
    ...more,
  ]);

const spliceIn: Mutation = (text, random, splice) =>
  random() < 0.5
    ? insert(text, place(text, random), splice())
    : text.slice(0, place(text, random)) + splice();

/** Each with how often it is chosen. */
const WEIGHTS: readonly (readonly [number, readonly Mutation[]])[] = [
  [4, [insertToken]],
  [3, [soup, wrap]],
  [2, [insertTokens, pageLine, mailingLine, addBlankLine, joinBlocks]],
  [1, [repeatToken, someCharacter, otherLineEnds, otherSpelling, removeStretch, rewrap]],
  [1, [removeBlankLines, repeatBlock, longLine, swapBlocks, removeBlock, spliceIn]],
];
const MUTATIONS = WEIGHTS.flatMap(([weight, each]) =>
  Array.from({ length: weight }, () => each),
).flat();

function insert(text: string, index: number, piece: string): string {
  return text.slice(0, index) + piece + text.slice(index);
}

/** An index into a text that is not inside a character; often near the start of a line, where titles are. */
function place(text: string, random: Random): number {
  const somewhere = between(random, 0, text.length);
  const index =
    random() < 0.7
      ? somewhere
      : Math.min(text.length, lineStart(text, somewhere) + between(random, 0, 80));
  const next =
    random() < 0.5 ? text.indexOf(oneOf(random, [' ', '\n', '\n\n', '}', '$']), index) : -1;
  const at = next < 0 ? index : next + between(random, 0, 1);
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function lineStart(text: string, index: number): number {
  return index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
}

function stretch(text: string, random: Random, length: number): readonly [number, number] {
  const start = place(text, random);
  const end = Math.min(text.length, start + length);
  return [start, /[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end];
}

/** Replaces the blocks from a random one on. */
function onBlocks(
  text: string,
  random: Random,
  change: (blocks: readonly string[]) => readonly string[],
): string {
  const blocks = text.split(/\n\s*\n/);
  const start = between(random, 0, blocks.length - 1);
  const end = start + 2;
  return [
    ...blocks.slice(0, start),
    ...change(blocks.slice(start, end)),
    ...blocks.slice(end),
  ].join('\n\n');
}
