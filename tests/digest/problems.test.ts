import { describe, expect, test } from 'vitest';

import { catalogue } from '../../src/digest/problem-catalogue.ts';
import { compareProblems, explain, problem } from '../../src/digest/problems.ts';

const PLACE = { file: 'digests/a.txt', line: 3, column: 5 };

describe('problem', () => {
  test('fills the details into the message of its code', () => {
    expect(problem('title-without-abstract', PLACE, { title: 'Jars' })).toEqual({
      code: 'title-without-abstract',
      severity: 'warning',
      file: 'digests/a.txt',
      line: 3,
      column: 5,
      message: 'Title without an abstract: “Jars”.',
      hint: 'Add the abstract below it, or remove the line.',
    });
  });

  test('takes only the place from what it is given as one', () => {
    const block = { ...PLACE, text: 'not to be kept' };
    expect(problem('date-missing', block, {})).not.toHaveProperty('text');
  });

  test('does not fill a detail into a detail', () => {
    const found = problem('abstract-differs', PLACE, { title: '{other} $&', other: 'a.txt:1' });
    expect(found.message).toBe('The abstract of “{other} $&” is not the same as in a.txt:1.');
  });

  test('separates thousands', () => {
    expect(problem('title-too-long', PLACE, { characters: 12_345 }).message).toContain('12,345');
  });

  test('keeps a fact that is the whole message, up to three hundred characters', () => {
    const said = (fact: string): string => problem('note-invalid', PLACE, { fact }).message;
    expect(said('a'.repeat(300))).toBe('a'.repeat(300));
    expect(said('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
    expect(said('🦔'.repeat(300))).toBe('🦔'.repeat(300));
    expect(said('🦔'.repeat(5000))).toBe(`${'🦔'.repeat(299)}…`);
  });

  test.each([
    ['letters', 'a'.repeat(100), 'a'.repeat(100)],
    ['letters', 'a'.repeat(101), `${'a'.repeat(99)}…`],
    ['letters', 'a'.repeat(1_000_000), `${'a'.repeat(99)}…`],
    ['emoji', '🦔'.repeat(100), '🦔'.repeat(100)],
    ['emoji', '🦔'.repeat(101), `${'🦔'.repeat(99)}…`],
    ['emoji', '🦔'.repeat(1000), `${'🦔'.repeat(99)}…`],
    ['a letter and emoji', `a${'🦔'.repeat(1000)}`, `a${'🦔'.repeat(98)}…`],
  ])('shortens a long detail so that the message stays a line: %s', (_, title, expected) => {
    const { message } = problem('title-without-abstract', PLACE, { title });
    expect(message === `Title without an abstract: “${expected}”.`).toBe(true);
  });
});

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s states a fact and says what to do', (code, rule) => {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(rule.hint).toMatch(/^[A-Z].*\.$/);
    if (code !== 'settings-invalid') expect(rule.message).toMatch(/^[“{A-Z].*[.}]$/);
  });
});

describe('explain', () => {
  test('says what a code means: severity, fact, what to do, why', () => {
    const { hint, why } = catalogue['header-unknown'];
    expect(explain('header-unknown')).toBe(
      'header-unknown (warning)\n\n' +
        'Not recognised as part of the page header, and left out: “…”.\n' +
        `${hint}\n\n${why}`,
    );
  });

  test('leaves out every detail', () => {
    expect(explain('date-disagrees')).toContain('The date line says …; the file name says ….');
  });

  test.each(Object.keys(catalogue))('knows %s', (code) => {
    expect(explain(code)).toContain(`${code} (`);
    expect(explain(code)).not.toMatch(/\{\w+\}|undefined/);
  });

  test.each(['', 'nothing-such', '__proto__', 'constructor', 'toString', 'Header-Unknown'])(
    'knows no code %j',
    (code) => {
      expect(explain(code)).toBeUndefined();
    },
  );
});

describe('compareProblems', () => {
  test('orders by file, then line, column and code', () => {
    const at = (file: string, line: number, column: number, code: 'date-missing' | 'no-entries') =>
      problem(code, { file, line, column }, {});
    const sorted = [
      at('a.txt', 1, 1, 'date-missing'),
      at('a.txt', 1, 1, 'no-entries'),
      at('a.txt', 1, 2, 'date-missing'),
      at('a.txt', 10, 1, 'date-missing'),
      at('b.txt', 2, 1, 'date-missing'),
    ];
    expect(sorted.toReversed().sort(compareProblems)).toEqual(sorted);
  });
});
