import { describe, expect, test } from 'vitest';

import { assignRoles } from '../../src/digest/roles.ts';
import { abstractOn, paragraphsOf, timed } from '../helpers.ts';

/** The roles of these paragraphs, as `tac…`: title, abstract, continuation. */
function roles(...texts: readonly string[]): string {
  return assignRoles(paragraphsOf(...texts))
    .map((role) => role.charAt(0))
    .join('');
}

const A = abstractOn('jars');
const B = abstractOn('shelves');
const C = abstractOn('river water');

describe('assignRoles', () => {
  test('no paragraphs have no roles', () => {
    expect(roles()).toBe('');
  });

  test('titles and abstracts alternate', () => {
    expect(roles('Jars on shelves', A, 'Shelves for jars', B)).toBe('tata');
  });

  test('a second paragraph of an abstract is told from a title by its full stop', () => {
    expect(roles('Jars on shelves', A, B, 'Shelves for jars', C)).toBe('tacta');
  });

  test('an abstract may have three paragraphs', () => {
    expect(roles('Jars on shelves', A, B, C, 'Shelves for jars', A)).toBe('taccta');
  });

  test('the first sentence of an abstract may stand apart', () => {
    const first =
      'Counting jars is what keeps a kitchen with several shelves in order from one year to the next.';
    expect(roles('Jars on shelves', first, B, 'Shelves for jars', C)).toBe('tacta');
    expect(roles('Jars on shelves', first, 'Shelves for jars', C)).toBe('tata');
  });

  test('a line with an address after an abstract belongs to it', () => {
    const code = 'Code and jars are at https://example.org/jars.';
    expect(roles('Jars on shelves', A, code, 'Shelves for jars', B)).toBe('tacta');
    expect(roles('Jars on shelves', A, 'https://example.org/jars', 'Shelves for jars', B)).toBe(
      'tacta',
    );
  });

  test('of two titles in a row the first has no abstract', () => {
    expect(roles('Jars on shelves', 'Shelves for jars', A, 'Water', B)).toBe('ttata');
  });

  test('a title at the end has no abstract', () => {
    expect(roles('Jars on shelves', A, 'Shelves for jars')).toBe('tat');
  });

  test('one missing abstract does not turn the rest of the digest round', () => {
    const rest = ['Water in jars', B, 'Jars in water', C, 'Neither', A];
    expect(roles('Jars on shelves', A, 'Shelves for jars', ...rest)).toBe('tattatata');
  });

  test('one missing title makes its abstract part of the one before; the rest stays right', () => {
    expect(roles('Jars on shelves', A, B, 'Water in jars', C)).toBe('tacta');
  });

  test('an abstract at the start of a digest has no title', () => {
    expect(roles(A, 'Jars on shelves', B)).toBe('ata');
  });

  test('a short abstract of one sentence is an abstract', () => {
    expect(roles('Jars on shelves', 'We count jars.', 'Shelves for jars', B)).toBe('tata');
  });

  test('an abstract without its final stop is an abstract', () => {
    expect(roles('Jars on shelves', A.slice(0, -1), 'Shelves for jars', B)).toBe('tata');
  });

  test('an abstract may end with a bracket, a quotation mark or an address', () => {
    const ends = ['(see there.)', 'as “green.”', 'at https://example.org/jars'];
    for (const end of ends) expect(roles('Jars', `${A} ${end}`, 'Shelves', B)).toBe('tata');
  });

  test.each([
    'Are jars green?',
    'Jars: a survey of their colours, their shelves and everything that they may hold',
    'JARS',
    'jars, with a small letter at the start',
    'Jars vs. shelves',
    'Jars 2.0: the next generation',
    'Everything about jars…',
    `${'Jars and shelves and '.repeat(9)}water`,
  ])('a title may be %j', (title) => {
    expect(roles('Water in jars', C, title, A, 'Shelves', B)).toBe('tatata');
  });

  test('ten thousand papers take under a second', () => {
    const texts = Array.from({ length: 10_000 }, (_, index) => [`Jar ${String(index)}`, A]).flat();
    const { result, milliseconds } = timed(() => roles(...texts));
    expect(result).toBe('ta'.repeat(10_000));
    expect(milliseconds).toBeLessThan(1000);
  });
});
