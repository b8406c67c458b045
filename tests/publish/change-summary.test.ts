import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import type { ArchiveChanges } from '../../src/archive/changes.ts';
import { problem } from '../../src/digest/problems.ts';
import type { Problem } from '../../src/digest/types.ts';
import type { PaperId } from '../../src/archive/types.ts';
import { changeSentence, changeSummary } from '../../src/publish/change-summary.ts';
import { day, FILE, paperWith } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 300 });

const NOTHING: ArchiveChanges = {
  newDates: [],
  newPapers: [],
  repeated: [],
  rewritten: [],
  retired: [],
  gone: [],
};
const papers = (...titles: readonly string[]): ArchiveChanges['newPapers'] =>
  titles.map((title) => paperWith(title, []));
const many = (count: number): ArchiveChanges['newPapers'] =>
  papers(...Array.from({ length: count }, (_, index) => `Jars ${String(index)}`));
const about = (title: string): Problem =>
  problem('title-without-abstract', { file: FILE, line: 3, column: 7 }, { title });

describe('changeSentence', () => {
  test.each<[Partial<ArchiveChanges>, string]>([
    [{}, 'No date, paper or abstract changes.'],
    [{ newDates: [day('2025-03-11')] }, '1 new date.'],
    [{ newDates: [day('2025-03-11'), day('2025-03-12')] }, '2 new dates.'],
    [{ newPapers: papers('Jars') }, '1 new paper.'],
    [{ gone: papers('Jars') }, '1 paper gone.'],
    [
      { retired: [{ id: 'a' as PaperId, title: 'A', withdrawn: 'W', appearances: [], notes: [] }] },
      '1 paper moved or withdrawn.',
    ],
    [{ newPapers: many(1200) }, '1,200 new papers.'],
    [{ repeated: papers('Jars') }, '1 paper listed once more.'],
    [{ repeated: papers('Jars', 'Gulls') }, '2 papers listed once more.'],
    [{ rewritten: papers('Jars') }, '1 abstract new or changed.'],
    [{ rewritten: papers('Jars', 'Gulls') }, '2 abstracts new or changed.'],
    [
      {
        newDates: [day('2025-03-11')],
        newPapers: papers('Jars'),
        repeated: papers('Gulls'),
        rewritten: papers('Gulls'),
      },
      '1 new date, 1 new paper, 1 paper listed once more, 1 abstract new or changed.',
    ],
  ])('of %j is %j', (changes, sentence) => {
    expect(changeSentence({ ...NOTHING, ...changes })).toBe(sentence);
  });
});

describe('changeSummary', () => {
  test('says that nothing changes and nothing is wrong', () => {
    expect(changeSummary(NOTHING, [])).toBe(
      '## What this would publish\n\nNo date, paper or abstract changes.\n\n' +
        '## What the check found\n\nNothing. Everything is in order.\n',
    );
  });

  test('lists what changes and what is wrong', () => {
    const changes = {
      ...NOTHING,
      newDates: [day('2025-03-11')],
      newPapers: papers('Jars', 'Caf\\\'e "gulls"'),
      repeated: papers('Tides'),
      rewritten: papers('Shelves'),
    };
    const place = { file: FILE, line: 1, column: 1 };
    const problems = [
      problem('latex-unknown', place, { macro: '\\ours' }),
      problem('file-empty', place, {}),
      problem('date-missing', place, {}),
      about('Jars'),
    ];
    const hint = (code: string): string =>
      problems.find((found) => found.code === code)?.hint ?? 'missing';
    const summary = changeSummary(changes, problems);
    expect(summary.split('\n').filter((line) => line !== '')).toEqual([
      '## What this would publish',
      '1 new date, 2 new papers, 1 paper listed once more, 1 abstract new or changed.',
      '**New dates**',
      '- 11 March 2025',
      '**New papers**',
      '- Jars',
      '- Café "gulls"',
      '**Papers listed once more**',
      '- Tides',
      '**New or changed abstracts**',
      '- Shelves',
      '## What the check found',
      '**1 error**',
      expect.stringContaining(`- ${FILE}:1:1 The digest has no date.`),
      '**2 warnings**',
      `- ${FILE}:1:1 The file is empty. ${hint('file-empty')}`,
      `- ${FILE}:3:7 Title without an abstract: “Jars”. ${hint('title-without-abstract')}`,
      '**1 notice**',
      expect.stringContaining('The LaTeX macro \\ours is not known'),
    ]);
    expect(summary).not.toContain('Everything is in order');
  });

  test('counts what is beyond a hundred of a kind', () => {
    const hundred = changeSummary({ ...NOTHING, newPapers: many(100) }, []);
    expect(hundred).toContain('- Jars 99\n');
    expect(hundred).not.toContain('more');
    const rest = changeSummary({ ...NOTHING, newPapers: many(1101) }, []);
    expect(rest).toContain('- Jars 99\n- and 1,001 more\n');
    expect(rest).not.toContain('Jars 100\n');
  });
});

describe('whatever titles hold', () => {
  const processors = [false, true].map((gfm) =>
    createSatteriMarkdownProcessor({
      features: { gfm, smartPunctuation: false },
      syntaxHighlight: false,
    }),
  );
  const render = async (source: string): Promise<readonly Nodes[]> => {
    const rendered = processors.map(async (each) => (await each).render(source));
    return (await Promise.all(rendered)).map(({ code }) => fromHtml(code, { fragment: true }));
  };
  const elementsOf = (node: Nodes): readonly Element[] => {
    const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
    return node.type === 'element' ? [node, ...below] : below;
  };
  const textOf = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
  };
  const OWN = new Set(['h2', 'p', 'strong', 'ul', 'li']);

  async function expectInert(title: string): Promise<void> {
    const changes = { ...NOTHING, newPapers: papers(title), repeated: papers(title) };
    const summary = changeSummary(changes, [about(title)]);
    const [plain, gfm] = (await render(summary)).map(elementsOf);
    expect(plain?.map(({ tagName }) => tagName).filter((name) => !OWN.has(name))).toEqual([]);
    // This parser makes links of bare addresses even where they are escaped; nothing else may be one.
    for (const element of gfm?.filter(({ tagName }) => !OWN.has(tagName)) ?? [])
      expect(element.tagName).toBe('a');
    for (const elements of [plain ?? [], gfm ?? []]) {
      const headings = elements.filter(({ tagName }) => tagName === 'h2').map(textOf);
      expect(headings).toEqual(['What this would publish', 'What the check found']);
      expect(elements.filter(({ tagName }) => tagName === 'li')).toHaveLength(3);
      expect(elements.filter(({ tagName }) => tagName === 'strong')).toHaveLength(3);
    }
  }

  test.each([
    ['https://evil.example', 'https\\://evil.example'],
    ['HTTP://evil.example', 'HTTP\\://evil.example'],
    ['www.evil.example', 'www\\.evil.example'],
    ['jars@evil.example', 'jars\\@evil.example'],
    ['~~jars~~', '\\~\\~jars\\~\\~'],
  ])('%j is written as %j, which GitHub makes no link of', (title, written) => {
    expect(changeSummary({ ...NOTHING, newPapers: papers(title) }, [])).toContain(`- ${written}\n`);
  });

  test.each([
    '# Jars',
    'Jars\n# Gulls',
    '- Jars',
    '1. Jars',
    '> Jars',
    '[ ] Jars',
    '[x] Jars',
    '---',
    '***',
    '```sh',
    '`jars` and ``gulls``',
    '    jars',
    '<details><summary>Jars</summary>',
    '</details>',
    '<script>alert(1)</script>',
    '<!-- jars',
    '&lt;jars&gt; &amp;',
    '**jars** and __gulls__ and *jars* and _gulls_',
    '~~jars~~ and ~gulls~',
    '[jars](https://evil.example)',
    '[jars]: https://evil.example',
    '[jars][gulls] [^1]',
    '![jars](https://evil.example/jar.png)',
    '<https://evil.example>',
    'https://evil.example/jars',
    'HTTP://EVIL.EXAMPLE',
    'www.evil.example',
    'www.<img src=x>',
    'jars@evil.example',
    '@jars, look',
    '| jars | gulls |',
    'Jars\n===',
    'jars  \ngulls\\',
    '\\# \\[ \\<b>',
    '::error::jars',
    ':jar: :+1:',
  ])('%j is text', async (title) => {
    await expectInert(title);
  });

  test('it is text', async () => {
    const part = fc.constantFrom(
      ...[
        '#',
        '-',
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '|',
        '\\',
        '&',
        ':',
        ';',
      ],
      ...[
        ' ',
        '  ',
        '\n',
        '\t',
        '1.',
        '=',
        '^',
        '$',
        '"',
        "'",
        '{',
        '}',
        '/',
        '//',
        '@',
        '.',
        'jars',
      ],
      ...['https://', 'www.', 'evil.example', '</details>', '<img src=x>', '[^1]:', '```', '---'],
    );
    const title = fc
      .array(part, { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() !== '');
    await fc.assert(fc.asyncProperty(title, expectInert));
  });
});
