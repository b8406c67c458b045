import { expect, test } from 'vitest';

import { selectedPapers } from '../../../../src/reader/list/page/selection.ts';
import { at, saved } from '../papers.ts';

const papers = [
  saved('gulls', { title: 'Gulls at Sea', saved: at(2), note: 'compare with jars' }),
  saved('jars', { title: 'Jars', saved: at(1), read: at(3) }),
  saved('tides', { title: 'Überflut', saved: at(3), facts: { authors: ['Jane Doe'] } }),
];

test.each([
  ['of all, saved last first', {}, ['tides', 'gulls', 'jars']],
  ['of all, saved first first', { order: 'oldest' }, ['jars', 'gulls', 'tides']],
  ['of a word that a note has, too', { words: 'jar' }, ['gulls', 'jars']],
  ['of words that are all there', { words: 'jars SEA' }, ['gulls']],
  ['of a word without its accents', { words: 'uber' }, ['tides']],
  ['of an author', { words: 'doe' }, ['tides']],
  ['of what is unread', { unreadOnly: true }, ['tides', 'gulls']],
  ['of words that no paper has', { words: 'otter' }, []],
] as const)('the selection %s', (_, selection, ids) => {
  const whole = { words: '', order: 'newest', unreadOnly: false, ...selection } as const;
  expect(selectedPapers(papers, whole).map(({ id }) => id)).toEqual(ids);
});
