import { describe, expect, test } from 'vitest';

import { readDigest } from '../../src/digest/read.ts';
import { reviewDigest } from '../../src/digest/review.ts';
import type { Problem } from '../../src/digest/types.ts';
import { abstractOn, blocks, codes, FILE, millisecondsOf, places, raw } from '../helpers.ts';

const MIRRORS = { 'mirror.example.net': 'example.org' };
const ABSTRACT = abstractOn('jars');

function review(text: string): readonly Problem[] {
  const source = raw(text);
  return reviewDigest(readDigest(source), MIRRORS, source);
}

const ofTitle = (title: string): readonly Problem[] => review(blocks(title, ABSTRACT));
const ofAbstract = (...paragraphs: readonly string[]): readonly Problem[] =>
  review(blocks('Jars on shelves', ...paragraphs));
const messages = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ message }) => message);

test('a digest in order raises nothing', () => {
  expect(review(blocks('Mar 11', 'Jars', ABSTRACT, 'Gulls', abstractOn('gulls')))).toEqual([]);
});

test('everything is a notice, in the file', () => {
  const found = review(blocks('# Jars \\ours', `${ABSTRACT} https://u@example.org and the`));
  expect(found).toHaveLength(4);
  for (const { severity, file } of found) expect([severity, file]).toEqual(['notice', FILE]);
});

describe('the start of a title', () => {
  test.each([
    ['# Jars', '#'],
    ['###### Jars', '######'],
    ['- Jars', '-'],
    ['* Jars', '*'],
    ['• Jars', '•'],
    ['+ Jars', '+'],
    ['1. Jars', '1.'],
    ['123) Jars', '123)'],
    ['**Jars**', '**'],
    ['[Jars](https://example.org)', '[Jars]('],
    ['> Jars', '>'],
    ['Title: Jars', 'Title:'],
    ['title: Jars', 'title:'],
  ])('%j shows the sign %j', (title, sign) => {
    const found = ofTitle(title);
    expect(places(found)).toEqual(['1:1 title-markup']);
    expect(messages(found)).toEqual([
      `The title starts with “${sign}”, which is shown as it is: “${title}”.`,
    ]);
  });

  test.each([
    '#Jars of glass',
    '####### Jars',
    '-Jars',
    '*Jars*',
    '1.5 Jars',
    '1234. Jars',
    '3D Jars',
    '[Jars] on shelves',
    '>Jars',
    'Jars - a study',
    'Jars # 1',
    'Titles: Jars',
    'Subtitle: Jars',
  ])('%j shows none', (title) => {
    expect(ofTitle(title)).toEqual([]);
  });
});

describe('a title that reads like an abstract', () => {
  const long = (length: number): string => `Jars${' jars'.repeat(60)}`.slice(0, length - 1) + 'x';

  test.each([
    ['has more than 250 letters', long(251)],
    ['has three sentences', 'We shook jars. They broke. We swept'],
    ['ends with a full stop after 120 letters', `${long(120)}.`],
  ])('%s', (_, title) => {
    const found = review(blocks('Mar 11', title, ABSTRACT));
    expect(places(found)).toEqual(['3:1 title-like-abstract']);
    expect(found[0]?.message).toContain(title.slice(0, 90));
  });

  test.each([
    ['has 250 letters', long(250)],
    ['has two sentences', 'We shook jars. They broke'],
    ['has initials', 'On J. K. Jars. By nobody'],
    ['ends with a full stop after 119 letters', `${long(119)}.`],
  ])('not when it %s', (_, title) => {
    expect(codes(review(blocks('Mar 11', title, ABSTRACT)))).toEqual([]);
  });
});

describe('an abstract that was cut off', () => {
  test.each([
    [' ...', 'a higher shelf. ...'],
    ['…', 'a higher shelf.…'],
    [' and so,', 'higher shelf. and so,'],
    [' namely;', 'higher shelf. namely;'],
    [' (', 'higher shelf. ('],
    [' [', 'higher shelf. ['],
    [' {', 'higher shelf. {'],
    [' green-', 'higher shelf. green-'],
    [' –', 'higher shelf. –'],
    [' —', 'higher shelf. —'],
    [' It is the', 'higher shelf. It is the'],
    [' than we', 'higher shelf. than we'],
  ])('ends with %j', (end) => {
    const found = ofAbstract(`${ABSTRACT}${end}`);
    expect(places(found)).toEqual(['3:1 abstract-cut-off']);
    const shown = `${ABSTRACT}${end}`.slice(-30);
    expect(messages(found)).toEqual([
      `The abstract of “Jars on shelves” seems to be cut off; it ends with “${shown}”.`,
    ]);
  });

  test.each([' All is in. ', ' See there!', ' Jars)', ' vitamin', ' The', ' "the"', ' A:', ' an5'])(
    'does not end with %j',
    (end) => {
      expect(codes(ofAbstract(`${ABSTRACT}${end}`))).toEqual([]);
    },
  );

  test('is judged by its last paragraph', () => {
    expect(codes(ofAbstract(`${ABSTRACT} and the`, ABSTRACT))).toEqual([]);
    expect(places(ofAbstract(ABSTRACT, `${ABSTRACT} and the`))).toEqual(['5:1 abstract-cut-off']);
  });

  test('may be missing altogether', () => {
    expect(review(blocks('Jars', 'Gulls', abstractOn('gulls')))).toEqual([]);
  });

  test('is never shown from the middle of a character', () => {
    const [found] = ofAbstract(`${ABSTRACT} ${'🦔'.repeat(35)}…`);
    expect(found?.message).toContain(`“${'🦔'.repeat(29)}…”`);
  });
});

describe('LaTeX that nobody knows', () => {
  test('is named in the title and in every paragraph, once', () => {
    const found = review(
      blocks('Jars \\ours', `${ABSTRACT} \\jar and \\gull.`, `\\end. ${ABSTRACT}`),
    );
    expect(places(found)).toEqual([
      '1:6 latex-unknown',
      `3:${String(ABSTRACT.length + 2)} latex-unknown`,
      '5:1 latex-unknown',
    ]);
    expect(messages(found)).toEqual([
      'The LaTeX macro \\ours is not known here and is shown without its meaning.',
      'The LaTeX macro \\jar is not known here and is shown without its meaning.',
      'The LaTeX macro \\end is not known here and is shown without its meaning.',
    ]);
  });

  test.each([
    ['on a line below', `${ABSTRACT}\nwith \\ours in it.`, '4:6'],
    ['after spaces', `${ABSTRACT}  with \t \\ours in it.`, `3:${String(ABSTRACT.length + 10)}`],
    ['on an indented line', `${ABSTRACT}\n   \\ours in it.`, '4:4'],
    ['after an invisible character', `\u200bJars. ${ABSTRACT}\n\u200b\\ours in it.`, '4:1'],
    [
      'where a formula has it too',
      `${ABSTRACT} $\\ours$ \\ours.`,
      `3:${String(ABSTRACT.length + 10)}`,
    ],
  ])('is found %s', (_, abstract, place) => {
    expect(places(ofAbstract(abstract))).toEqual([`${place} latex-unknown`]);
  });

  test('is found in the line of a title that touches its abstract', () => {
    expect(
      places(review(`Jars on shelves\n${ABSTRACT} \\ours\n\nGulls \\jar\n${ABSTRACT}\n`)),
    ).toEqual([`2:${String(ABSTRACT.length + 2)} latex-unknown`, '4:7 latex-unknown']);
  });
});

describe('an address', () => {
  const at = ABSTRACT.length + 2;

  test.each([
    'https://u@example.org/x',
    'https://u:p@example.org/',
    'http://[bad',
    'https://4d-',
    'https://:',
  ])('%s is no link, and is named', (address) => {
    const found = ofAbstract(`${ABSTRACT} ${address} is it.`);
    expect(places(found)).toEqual([`3:${String(at)} link-unusable`]);
    expect(messages(found)).toEqual([`No link is made of ${address}.`]);
  });

  test.each([
    'https://example.org/a_b.',
    'https://example.org/a\\_b',
    'http://localhost:4321/',
    '(https://example.org/jars)',
    '\\url{https://example.org}',
    '"https://example.org"',
    '<https://example.org>',
    '`https://example.org`',
    'https://example.org|jar',
    'https://web.archive.org/web/2025/https://example.org/',
    'https://mirror-jars.github.io/',
    'https://jar-mirror.github.io/',
    'https://mirror.gitlab.io/jars',
    'https://proxyjars.example.org/',
    'https://workers.dev.example.org/',
    'https://nott.co/x',
    'https://t.com/x',
    'https://google.com/search?q=jars',
    'https://example.org/?q=https',
    'ftp://example.org',
  ])('%s is fine', (address) => {
    expect(ofAbstract(`${ABSTRACT} ${address} is it.`)).toEqual([]);
  });

  test.each([
    'https://hf-proxy-2.923828430.workers.dev/jars',
    'https://workers.dev',
    'https://example-org.translate.goog/jars',
    'https://urldefense.com/v3/__jars',
    'https://lnkd.in/jars',
    'https://t.co/jars',
    'https://nam02.safelinks.protection.outlook.com/?url=jars',
    'https://www-example-org.ezproxy.example.edu/jars',
    'https://libproxy.example.edu/jars',
    'https://ghproxy.com/jars',
    'https://hf-mirror.com/jars',
    'https://mirrors.example.org/jars',
    'https://proxy2.example.org/jars',
    'https://proxy-2.example.org/jars',
    'https://www.google.com/url?q=jars',
    'https://google.co.uk/url?q=jars',
    'https://example.com/https://example.org/jars',
    'https://example.com/?u=https%3A%2F%2Fexample.org',
    'https://example.com/?u=https%3a%2f%2fexample.org',
    'HTTPS://T.CO/jars',
  ])('%s leads through another host', (address) => {
    const found = ofAbstract(`${ABSTRACT} ${address}.`);
    expect(places(found)).toEqual([`3:${String(at)} link-proxied`]);
    expect(messages(found)).toEqual([`The link goes through another host: ${address}.`]);
  });

  test('of a known mirror is published with the host it stands for', () => {
    const found = ofAbstract(`${ABSTRACT} https://Mirror.example.net/jars. That is it.`);
    expect(places(found)).toEqual([`3:${String(at)} link-rewritten`]);
    expect(messages(found)).toEqual([
      'The address https://Mirror.example.net/jars is published with the host example.org, for which it stands.',
    ]);
  });

  test('of a host that objects inherit is no mirror', () => {
    expect(ofAbstract(`${ABSTRACT} https://constructor/ is it.`).map(({ code }) => code)).toEqual([
      'link-unusable',
    ]);
  });

  test('is named each time, in titles too', () => {
    const found = review(
      blocks('Jars https://t.co/a https://t.co/b', `${ABSTRACT} https://t.co/c.`),
    );
    expect(places(found)).toEqual([
      '1:6 link-proxied',
      '1:21 link-proxied',
      `3:${String(at)} link-proxied`,
    ]);
  });
});

describe('a paragraph', () => {
  const line = 'Upvote this paper and tell your friends about it, as many as you have.';
  const papers = (times: number, text: string): string =>
    blocks(
      ...Array.from({ length: times }, (_, index) => [
        `Jars number ${String(index)}`,
        abstractOn(`jar ${String(index)}`),
        text,
      ]).flat(),
    );

  test('in three papers alike is named once, where it comes first', () => {
    const found = review(papers(3, line));
    expect(places(found)).toEqual(['5:1 paragraph-repeated']);
    expect(messages(found)).toEqual([
      `The same text stands in 3 papers of this digest: “${line}”.`,
    ]);
  });

  test('in two papers alike is not', () => {
    expect(review(papers(2, line))).toEqual([]);
  });
});

test('takes under half a second, however many addresses a paragraph has', () => {
  const text = blocks('Jars', 'http://[a '.repeat(1900));
  expect(millisecondsOf(() => review(text))).toBeLessThan(500);
});
