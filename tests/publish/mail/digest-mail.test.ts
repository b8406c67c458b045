import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';

import type { Settings } from '../../../src/archive/settings.ts';
import { hasInvisible } from '../../../src/digest/decode.ts';
import { type DigestMail, digestMail } from '../../../src/publish/mail/digest-mail.ts';
import { mailContents } from '../../../src/publish/mail/mail-contents.ts';
import { columnsOf } from '../../../src/publish/mail/wrap.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { abstractOn, archiveOf, blocks, day, digestOf } from '../../helpers.ts';
import { propertySeed } from '../../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 100 });

const DATE = day('2025-03-11');
const URLS = siteUrls('/archive', 'https://papers.example.org');

function mailOf(
  files: Readonly<Record<string, string>>,
  {
    isNewOnly = false,
    settings = {},
    notes = {},
  }: {
    readonly isNewOnly?: boolean;
    readonly settings?: Partial<Settings>;
    readonly notes?: Readonly<Record<string, string>>;
  } = {},
): DigestMail {
  const contents = mailContents(archiveOf(files, settings, notes), DATE, URLS, { isNewOnly });
  if (contents === undefined) throw new Error('There is no such date.');
  return digestMail(contents);
}

function mailOfText(text: string): DigestMail {
  return mailOf({ '2025-03-11.txt': text });
}

function elementsOf(node: Nodes): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}

/** The text of each element of these names, in order. */
function textsOf(html: string, ...names: readonly string[]): readonly string[] {
  return elementsOf(fromHtml(html))
    .filter(({ tagName }) => names.includes(tagName))
    .map(textIn);
}

function linksIn(html: string): readonly string[] {
  return elementsOf(fromHtml(html)).flatMap(({ properties }) => {
    const addresses = [properties['href'], properties['src']];
    return addresses.filter((address) => typeof address === 'string');
  });
}

const TWO_DATES = {
  '2025-03-10.txt': digestOf('Terns'),
  '2025-03-11.txt': digestOf('Terns', 'Gulls', 'Tides'),
};

describe('the mail of a date', () => {
  test('names the archive, the day and how many papers there are', () => {
    expect(mailOf(TWO_DATES).subject).toBe(
      'Paper archive, 11 March 2025: 2 new papers, 1 paper seen before',
    );
    const { subject } = mailOf(TWO_DATES, { settings: { title: 'Gulls '.repeat(100).trim() } });
    expect(subject.length).toBeLessThan(170);
  });

  test('has new papers first, with their abstracts, and then the titles of the others', () => {
    const { html } = mailOf(TWO_DATES);
    expect(textsOf(html, 'h1', 'h2', 'h3', 'li')).toEqual([
      'Paper archive',
      'New',
      'Gulls',
      'Tides',
      'Seen before',
      'Terns (first on 10 March 2025)',
    ]);
    expect(textsOf(html, 'article').join()).toContain(abstractOn('Gulls'));
    expect(html).not.toContain(abstractOn('Terns'));
  });

  test('says the same in plain text', () => {
    const gulls = blocks(
      'Gulls',
      'Gulls were counted from a pier for a week, and none was missed.',
    );
    const files = { '2025-03-10.txt': digestOf('Terns'), '2025-03-11.txt': gulls + '\nTerns\n' };
    const settings = {
      mail: { oneClick: false, unsubscribe: 'mailto:leave@example.org' },
    };
    const notes = { gulls: '---\nauthors: [Jane Doe, "Müller, Karl"]\n---\n' };
    expect(mailOf(files, { settings, notes }).text).toMatchInlineSnapshot(`
      "Paper archive
      Tuesday, 11 March 2025: 1 new paper, 1 paper seen before.
      https://papers.example.org/archive/dates/2025-03-11/

      NEW

      1.  Gulls
          Jane Doe, Karl Müller

          Gulls were counted from a pier for a week, and none was missed.

          https://papers.example.org/archive/papers/gulls/

      SEEN BEFORE

      -   Terns (first on 10 March 2025)

      -- 
      Paper archive
      https://papers.example.org/archive/
      Subscribe: https://papers.example.org/archive/subscribe/
      Unsubscribe: mailto:leave@example.org
      "
    `);
  });

  test('names authors where a note does, and nobody where none does', () => {
    const notes = { gulls: '---\nauthors: [Jane Doe]\n---\n' };
    const authors = ({ html }: DigestMail): readonly string[] =>
      elementsOf(fromHtml(html))
        .filter(({ properties }) => properties['className'] !== undefined)
        .map(textIn);
    expect(authors(mailOf(TWO_DATES, { notes }))).toEqual(['Jane Doe']);
    expect(authors(mailOf(TWO_DATES))).toEqual([]);
  });

  test('leaves papers out that were seen before when it is asked to', () => {
    const { subject, text, html } = mailOf(TWO_DATES, { isNewOnly: true });
    expect(subject).toBe('Paper archive, 11 March 2025: 2 new papers');
    expect(text + html).not.toMatch(/terns/i);
  });

  test('has a paper without an abstract, and a date without new papers', () => {
    expect(textsOf(mailOfText(blocks('Gulls')).html, 'h3')).toEqual(['Gulls']);
    const { subject, html } = mailOf({ '2025-03-10.txt': 'Terns\n', '2025-03-11.txt': 'Terns\n' });
    expect(subject).toBe('Paper archive, 11 March 2025: 1 paper seen before');
    expect(textsOf(html, 'h2')).toEqual(['Seen before']);
  });

  test('keeps the paragraphs, links and faces of an abstract; formulas are plain text', () => {
    const first = `${abstractOn('gulls')} See https://example.org/gulls and \\emph{terns}.`;
    const files = {
      '2025-03-11.txt': blocks('Gulls of $x^2$', `${first} The rate is $\\alpha_1 \\leq 2$.`),
    };
    const { html, text } = mailOf(files);
    expect(html).toContain('<a href="https://example.org/gulls">https://example.org/gulls</a>');
    expect(html).toContain('<em>terns</em>');
    expect(html).not.toContain('<math');
    expect(textsOf(html, 'h3')).toEqual(['Gulls of x²']);
    expect(text).toContain('The rate is α₁ ≤2.');
  });

  test('is about a date of the archive, on a site whose address is known', () => {
    const archive = archiveOf(TWO_DATES);
    expect(mailContents(archive, day('2025-03-12'), URLS)).toBeUndefined();
    expect(mailContents(archive, DATE, siteUrls('/', undefined))).toBeUndefined();
  });
});

describe('the HTML of a mail', () => {
  const { html } = mailOf(TWO_DATES, {
    settings: { mail: { oneClick: false, unsubscribe: 'https://example.org/leave' } },
  });

  test('is valid', async () => {
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(
      html,
    );
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('asks nobody for anything, and links to whole addresses only', () => {
    const names = new Set(elementsOf(fromHtml(html)).map(({ tagName }) => tagName));
    for (const name of ['img', 'link', 'script', 'iframe', 'object', 'form', 'base', 'picture'])
      expect(names).not.toContain(name);
    expect(textsOf(html, 'style').join()).not.toMatch(/url\(|@import/);
    for (const address of linksIn(html)) expect(address).toMatch(/^https:\/\//);
    expect(linksIn(html)).toContain('https://papers.example.org/archive/papers/gulls/');
  });
});

describe('a long mail', () => {
  const many = (papers: number): string =>
    digestOf(...Array.from({ length: papers }, (_, at) => `Gulls of island ${String(at)}`));
  const bytes = (html: string): number => Buffer.byteLength(html);
  /** So many characters, a space after every nine signs. */
  const signs = (sign: string, characters: number): string =>
    `${sign.repeat(9)} `.repeat(Math.ceil(characters / 10)).slice(0, characters);

  test('of fewer papers than programs cut off has whole abstracts and does not say a word about it', () => {
    const { html, text } = mailOfText(many(200));
    expect(bytes(html)).toBeGreaterThan(50_000);
    expect(text + html).not.toContain('Mail programs cut');
    expect(text.match(/same result/g)).toHaveLength(200);
  });

  test('has shorter abstracts, and says so', () => {
    const { html, text } = mailOfText(many(250));
    expect(bytes(html)).toBeLessThanOrEqual(100_000);
    expect(textsOf(html, 'article')).toHaveLength(250);
    const note = 'Mail programs cut long mail off, so abstracts are shortened here.';
    expect(html).toContain(note);
    expect(text).toContain(note);
    expect(html).toContain('…</p>');
    expect(html).not.toContain('same result');
  });

  test('has no abstracts where even excerpts are too much', () => {
    const { html, text } = mailOfText(many(400));
    expect(bytes(html)).toBeLessThanOrEqual(100_000);
    expect(textsOf(html, 'article')).toHaveLength(400);
    expect(html).toContain('abstracts are left out here');
    expect(text).not.toContain('invented abstract');
  });

  test('has the first papers and the number of the others where even titles are too much', () => {
    const { html, text, subject } = mailOfText(many(2000));
    expect(bytes(html)).toBeLessThanOrEqual(100_000);
    expect(textsOf(html, 'article')).toHaveLength(200);
    expect(subject).toContain('2,000 new papers');
    expect(html).toContain('1,800 more papers on the page of the date');
    expect(text).toContain(
      '1,800 more papers on the page of the date:\nhttps://papers.example.org',
    );
  });

  test('of the longest titles fits, too', () => {
    const titles = Array.from({ length: 40 }, (_, at) => `${String(at)} ${'&'.repeat(490)}`);
    const { html } = mailOf({
      '2025-03-10.txt': blocks(...titles.flatMap((title) => [title, abstractOn('gulls')])),
      '2025-03-11.txt': blocks(
        ...titles.flatMap((title) => [
          title,
          abstractOn('gulls'),
          `A ${title}`,
          abstractOn('terns'),
        ]),
      ),
    });
    expect(bytes(html)).toBeLessThanOrEqual(100_000);
    expect(textsOf(html, 'article', 'li')).toHaveLength(20);
  });

  test('names the first authors only, so that thousands leave room for the abstracts', () => {
    const authors = Array.from({ length: 2500 }, (_, at) => `Jane Doe ${String(at)}`);
    const notes = { 'gulls-of-island-0': `---\nauthors: [${authors.join(', ')}]\n---\n` };
    const { html, text } = mailOf({ '2025-03-11.txt': many(31) }, { notes });
    expect(text + html).not.toContain('Mail programs cut');
    const named = `${authors.slice(0, 6).join(', ')} and 2494 more`;
    expect(textsOf(html, 'p')).toContain(named);
    expect(text.replace(/\n {4}/g, ' ')).toContain(named);
  });

  test('is short enough whatever the titles, authors and abstracts are', () => {
    const sign = fc.constantFrom('&', '<', '灯', 'a', '😀');
    const paper = fc.record({
      sign,
      title: fc.integer({ min: 1, max: 480 }),
      // How many, and how long each name is.
      authors: fc.constantFrom<[number, number]>([0, 0], [7, 20], [2500, 20], [1, 30_000]),
      abstract: fc.integer({ min: 0, max: 3000 }),
    });
    const made = fc.array(paper, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(made, fc.boolean(), (papers, isRepeated) => {
        const base = mailContents(archiveOf(TWO_DATES), DATE, URLS);
        const [first] = base?.newPapers ?? [];
        fc.pre(base !== undefined && first !== undefined);
        const newPapers = papers.map(({ sign, title, authors: [count, length], abstract }) => ({
          ...first,
          paper: {
            ...first.paper,
            title: `Gulls ${signs(sign, title)}`,
            facts: { authors: Array<string>(count).fill(signs(sign, length)) },
            versions: first.paper.versions.map((version) => ({
              ...version,
              paragraphs: [signs(sign, abstract)],
            })),
          },
        }));
        const repeatedPapers = isRepeated
          ? newPapers.map((each) => ({ ...each, firstSeen: day('2025-03-10') }))
          : [];
        expect(bytes(digestMail({ ...base, newPapers, repeatedPapers }).html)).toBeLessThanOrEqual(
          100_000,
        );
      }),
    );
  });
});

describe('hostile text', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    ']]><!--',
    '</style></title><b>',
    '[a](javascript:alert(1)) ![x](https://evil.example/p.png)',
    '=cmd|calc',
  ])('is shown as it is: %s', (title) => {
    const { html, text } = mailOfText(blocks(title, `${title} ${abstractOn('gulls')}`));
    expect(textsOf(html, 'h3')).toEqual([title]);
    expect(text).toContain(`1.  ${title}\n`);
    const names = elementsOf(fromHtml(html)).map(({ tagName }) => tagName);
    for (const name of ['script', 'img', 'b']) expect(names).not.toContain(name);
  });

  test('gives lines that are short and hold no control characters, whatever a digest says', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '</p>',
            '&amp;',
            '$x^2$',
            '灯',
            'https://example.org/',
            '\\textbf{a}',
            '-- ',
          ),
          fc.string({ unit: 'grapheme', maxLength: 8 }),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((pieces) => pieces.join(' ').replace(/\s+/g, ' ').trim())
      .filter((each) => /\p{L}/u.test(each) && !hasInvisible(each));
    fc.assert(
      fc.property(words, words, (title, abstract) => {
        const files = { '2025-03-11.txt': blocks(title, `${abstractOn('gulls')} ${abstract}`) };
        const archive = archiveOf(files);
        const contents = mailContents(archive, DATE, URLS);
        fc.pre(contents !== undefined);
        const { text, html } = digestMail(contents);
        expect(textsOf(html, 'article')).toHaveLength(contents.newPapers.length);
        expect((text + html).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
        for (const line of text.split('\n').filter((each) => !each.includes('://')))
          expect(columnsOf(line)).toBeLessThanOrEqual(76);
        for (const address of linksIn(html)) expect(address).toMatch(/^https?:\/\//);
      }),
    );
  });
});
