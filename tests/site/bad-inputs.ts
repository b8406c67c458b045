import { cp, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { limits } from '../../src/digest/limits.ts';
import { abstractOn, blocks, digestOf } from '../helpers.ts';
import { PROJECT } from './build.ts';

/** What the environment of the build holds under the name SECRET, and no file of the site may. */
export const SECRET = 'a-secret-of-the-environment';

/** Longer than any file name may be. */
export const LONG_WORD = 'lighthouse'.repeat(30);
export const LONG_TITLE = `A Title of ${'Many Words and '.repeat(30)}No Fewer`;

/** Texts that repeat what costs careless readers time or memory, and what is shown of each, by title. */
export const REPETITIONS: Readonly<Record<string, { text: string; shown: string }>> = {
  'Stars Repeated': literal('*a_'.repeat(20_000)),
  'Brackets Repeated': literal('['.repeat(20_000)),
  'Quotations Repeated': literal('> '.repeat(5000).trim()),
  'Dollars Repeated': literal('$$'.repeat(10_000)),
  'Two Dollars Alone': literal(`The sign $$ stands alone. ${abstractOn('two dollars')}`),
  'Roots Repeated': { text: '\\sqrt{'.repeat(1000), shown: 'sqrt{'.repeat(1000) },
  'Formulas of Roots Repeated': {
    text: `$${'\\sqrt{'.repeat(1000)}x${'}'.repeat(1000)}$`,
    shown: `${'\\sqrt{'.repeat(900)}x${'}'.repeat(900)}`,
  },
  'A Macro That Doubles Itself': {
    text: '\\def\\a{\\a\\a}\\a and $\\def\\a{\\a\\a}\\a$',
    shown: 'defaaa and $\\def\\a{\\a\\a}\\a$',
  },
};

function literal(text: string): { text: string; shown: string } {
  return { text, shown: text };
}

/** The same two papers in every way to write the ends of lines, by file. */
export const LINE_ENDS: Readonly<Record<string, (text: string) => string>> = {
  '2025-05-02-lf.txt': (text) => text,
  '2025-05-03-bom.txt': (text) => `\ufeff${text}`,
  '2025-05-04-crlf.txt': (text) => text.replaceAll('\n', '\r\n'),
  '2025-05-05-cr.txt': (text) => text.replaceAll('\n', '\r'),
  '2025-05-06-separators.txt': (text) => text.replaceAll('\n', '\u2028'),
};

/** Papers that are published although something else in their file, or the file's name, is bad. */
export const NEIGHBOURS = {
  longLine: 'A Neighbour of a Long Line',
  longParagraph: 'A Neighbour of a Long Paragraph',
  longTitle: 'A Neighbour of a Long Title',
} as const;

export const ODD_NAMES = ['a#b.txt', 'q?b.txt', '%2e%2e.txt'] as const;

/**
 * Writes the content folder of all bad inputs: those of the fixture, and those that git or another system
 * would not carry (odd bytes, odd names, links, large files).
 */
export async function writeBadInputs(content: string): Promise<void> {
  await cp(join(PROJECT, 'tests/fixtures/bad-inputs'), content, { recursive: true });
  const digests = join(content, 'digests');
  const files = { ...textFiles(), ...byteFiles() };
  for (const [name, data] of Object.entries(files)) await writeFile(join(digests, name), data);

  const outside = join(content, 'outside.txt');
  await writeFile(outside, digestOf('A Paper behind a Symbolic Link'));
  await symlink(outside, join(digests, '2025-05-13-link.txt'));
  const large = await open(join(digests, '2025-05-10-large.txt'), 'w');
  await large.truncate(limits.fileBytes + 1);
  await large.close();
}

/** A digest of a million papers. */
export function millionPapers(): string {
  const papers = Array.from({ length: 1_000_000 }, (_, n) => `P ${String(n)}\n\nAn abstract.\n`);
  return papers.join('\n');
}

function textFiles(): Readonly<Record<string, string>> {
  const twoPapers = blocks(
    'The Ends of Lines',
    `Lines end in many ways.\n${abstractOn('them').replaceAll('. ', '.\n')}`,
    'The Ends of Other Lines',
    abstractOn('the ends of other lines'),
  );
  const lineEnds = Object.entries(LINE_ENDS).map(([name, write]) => [name, write(twoPapers)]);
  const oddNames = ODD_NAMES.map((name, index) => {
    const title = `A Digest with an Odd Name, Number ${String(index + 1)}`;
    return [name, blocks('13 May 2025', title, abstractOn(title))];
  });
  const repetitions = Object.entries(REPETITIONS).flatMap(([title, { text }]) => [title, text]);
  const line = 'A line of the longest paragraph that anybody has invented, with a gull in it.\n';
  return {
    ...(Object.fromEntries([...lineEnds, ...oddNames]) as Record<string, string>),
    '2025-05-09-long.txt': blocks(
      'A Line of a Megabyte',
      'gull '.repeat(200_000).trim(),
      NEIGHBOURS.longLine,
      abstractOn(NEIGHBOURS.longLine),
      'A Paragraph of Ten Megabytes',
      line.repeat(10_000_000 / line.length).trim(),
      NEIGHBOURS.longParagraph,
      abstractOn(NEIGHBOURS.longParagraph),
    ),
    '2025-05-10-million.txt': millionPapers(),
    '2025-05-11-titles.txt': digestOf(
      `${'Gulls and '.repeat(499)}Lighthouse`,
      NEIGHBOURS.longTitle,
      LONG_TITLE,
      LONG_WORD,
    ),
    '2025-05-12-repetitions.txt': blocks(...repetitions),
    '2025-05-13-empty.txt': '',
    '2025-05-13-notes.mdx': '{process.env.SECRET}\n',
  };
}

function byteFiles(): Readonly<Record<string, Buffer>> {
  const loneSurrogate = Buffer.from([0xed, 0xa0, 0xbd]);
  const utf16 = Buffer.from(digestOf('A Paper in UTF-16'), 'utf16le');
  return {
    '2025-05-01-controls.txt': Buffer.concat([
      Buffer.from('A Nul\0, a Back\bspace and a Non\ufffecharacter\n\n'),
      Buffer.from('Half an emoji'),
      loneSurrogate,
      Buffer.from(`, an esc\u001bape and a de\u007flete are gone.\uffff ${abstractOn('them')}\n`),
    ]),
    '2025-05-07-latin-1.txt': Buffer.from(digestOf('A Caf\u00e9 in Latin-1'), 'latin1'),
    '2025-05-07-utf-16-le.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    '2025-05-07-utf-16-be.txt': Buffer.from(utf16).swap16(),
    '2025-05-13-binary.txt': Buffer.from(Array.from({ length: 512 }, (_, n) => n % 32)),
  };
}
