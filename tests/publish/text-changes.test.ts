import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type ChangedPiece,
  changedPieces,
  changesHtml,
  textChanges,
} from '../../src/publish/text-changes.ts';
import { abstractOn, archiveOf, blocks, paperWith } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

/** Pieces as text: `-removed-`, `+added+`, and `~` for a gap. */
function written(pieces: readonly ChangedPiece[]): string {
  const marks = { kept: '', added: '+', removed: '-', gap: '~' };
  return pieces
    .map(({ kind, text }) => marks[kind] + text + (kind === 'gap' ? '' : marks[kind]))
    .join('');
}

const changed = (before: string, after: string): string => written(changedPieces(before, after));
const words = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `w${String(from + index)}`).join(' ');

describe('changedPieces', () => {
  test.each([
    ['We counted 40 gulls.', 'We counted 44 gulls.', 'We counted -40-+44+ gulls.'],
    ['We counted gulls.', 'We counted forty gulls.', 'We counted +forty+ gulls.'],
    ['We counted forty gulls.', 'We counted gulls.', 'We counted -forty- gulls.'],
    ['One. Two.', 'One.', 'One. -Two.-'],
    ['One.', 'One. Two.', 'One. +Two.+'],
    ['Two.', 'One. Two.', '+One.+ Two.'],
    ['a', 'b', '-a-+b+'],
    ['', 'b', '+b+'],
    ['b', '', '-b-'],
  ])('from %j to %j is %j', (before, after, pieces) => {
    expect(changed(before, after)).toBe(pieces);
  });

  test('keep white space outside of what changed', () => {
    expect(changedPieces('a b', 'a c d b')).toEqual([
      { kind: 'kept', text: 'a ' },
      { kind: 'added', text: 'c d' },
      { kind: 'kept', text: ' ' },
      { kind: 'kept', text: 'b' },
    ]);
    expect(changedPieces('a', 'a ')).toEqual([
      { kind: 'kept', text: 'a' },
      { kind: 'kept', text: ' ' },
    ]);
  });

  test('show eight words on either side, and a gap for the others', () => {
    expect(
      changed(`${words(1, 20)} old ${words(21, 40)}`, `${words(1, 20)} new ${words(21, 40)}`),
    ).toBe(`~${words(13, 20)} -old-+new+ ${words(21, 27)} ~`);
  });

  test('show all of what is as short as that', () => {
    expect(changed(`${words(1, 8)} old`, `${words(1, 8)} new`)).toBe(`${words(1, 8)} -old-+new+`);
    expect(changed(`${words(1, 9)} old`, `${words(1, 9)} new`)).toBe(`~${words(2, 9)} -old-+new+`);
    expect(changed(`old ${words(1, 7)}`, `new ${words(1, 7)}`)).toBe(`-old-+new+ ${words(1, 7)}`);
    expect(changed(`old ${words(1, 8)}`, `new ${words(1, 8)}`)).toBe(`-old-+new+ ${words(1, 7)} ~`);
  });

  test('between two changes show both ends of a long stretch', () => {
    const between = (count: number): string =>
      changed(`a ${words(1, count)} b`, `x ${words(1, count)} y`);
    expect(between(15)).toBe(`-a-+x+ ${words(1, 15)} -b-+y+`);
    expect(between(16)).toBe(`-a-+x+ ${words(1, 7)} ~${words(9, 16)} -b-+y+`);
  });

  test('of texts with nothing in common are the whole texts, in little time', () => {
    const one = Array.from({ length: 3000 }, (_, index) => `a${String(index)}`).join(' ');
    const other = Array.from({ length: 3000 }, (_, index) => `b${String(index)}`).join(' ');
    expect(changedPieces(one, other)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: other },
    ]);
  });

  test('give either text back where nothing is left out', () => {
    const text = fc
      .array(fc.constantFrom('gulls', 'tides', 'jars', '44', ',', '.'), { maxLength: 6 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = changedPieces(before, after);
        const without = (left: string): string =>
          pieces.flatMap(({ kind, text: piece }) => (kind === left ? [] : [piece])).join(' ');
        const plain = (value: string): string => value.replace(/\s+/g, '');
        fc.pre(pieces.every(({ kind }) => kind !== 'gap'));
        expect(plain(without('added'))).toBe(plain(before));
        expect(plain(without('removed'))).toBe(plain(after));
      }),
    );
  });
});

describe('textChanges', () => {
  test('of one text are none', () => {
    expect(textChanges(paperWith('Gulls', []))).toEqual([]);
    expect(textChanges(paperWith('Gulls', ['Forty gulls.']))).toEqual([]);
  });

  test('go from text to text, newest first, each with the last date of the two', () => {
    const digest = (sentence: string): string =>
      blocks('Gulls', `${abstractOn('gulls')} ${sentence}`);
    const { papers } = archiveOf({
      '2025-03-11.txt': digest('Ten.'),
      '2025-03-12.txt': digest('Ten.'),
      '2025-03-13.txt': digest('Twenty.'),
      '2025-03-14.txt': digest('Thirty.'),
      '2025-03-15.txt': digest('Thirty.'),
    });
    expect(papers.flatMap(textChanges)).toMatchObject([
      { from: '2025-03-13', to: '2025-03-15' },
      { from: '2025-03-12', to: '2025-03-13' },
    ]);
    expect(papers.flatMap(textChanges).map(({ pieces }) => written(pieces))).toEqual([
      '~higher than the first, gave the same result. -Twenty-+Thirty+.',
      '~higher than the first, gave the same result. -Ten-+Twenty+.',
    ]);
  });

  test('join paragraphs and compare what readers see', () => {
    const { papers } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', abstractOn('gulls'), 'Their \\emph{second} $\\alpha$.'),
      '2025-03-12.txt': blocks('Gulls', abstractOn('gulls'), 'Their second β.'),
    });
    const [paper] = papers;
    const [change] = paper ? textChanges(paper) : [];
    expect(written(change?.pieces ?? [])).toMatch(/result\. Their second -α-\+β\+\.$/);
  });

  test('between texts that read the same are none', () => {
    const { papers } = archiveOf({
      '2025-03-11.txt': blocks('Gulls', `${abstractOn('gulls')} The \\emph{second} $\\alpha$.`),
      '2025-03-12.txt': blocks('Gulls', `${abstractOn('gulls')} The second α.`),
    });
    expect(papers[0]?.versions).toHaveLength(2);
    expect(papers.flatMap(textChanges)).toEqual([]);
  });
});

describe('changesHtml', () => {
  test('marks what came and what went, for eyes and for ears', () => {
    const html = changesHtml([
      { kind: 'gap', text: '' },
      { kind: 'kept', text: 'counted ' },
      { kind: 'removed', text: '40' },
      { kind: 'added', text: '44' },
      { kind: 'kept', text: ' gulls' },
    ]);
    expect(html).toBe(
      '… counted <del><span class="visually-hidden">[removed: </span>40<span class="visually-hidden">]</span></del>' +
        '<ins><span class="visually-hidden">[added: </span>44<span class="visually-hidden">]</span></ins> gulls',
    );
  });

  test('holds text as text', () => {
    const text = '<img src=x onerror=alert(1)> & {x}';
    for (const kind of ['kept', 'added', 'removed'] as const) {
      const html = changesHtml([{ kind, text }]);
      expect(html).not.toContain('<img');
      expect(html).toContain('&#x3C;img src=x onerror=alert(1)> &#x26; {x}');
    }
  });
});
