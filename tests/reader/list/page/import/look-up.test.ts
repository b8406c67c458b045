import { expect, test } from 'vitest';

import { lookUpOf, MOST_ASKED } from '../../../../../src/reader/list/page/import/look-up.ts';
import type { FoundReference } from '../../../../../src/reader/list/page/import/read-file.ts';
import { saved } from '../../papers.ts';

const reference = (id: string, host = 'example.org'): FoundReference => ({
  paper: saved(id),
  address: new URL(`https://${host}/papers/${id}/`),
});
const isKnown = ({ address }: FoundReference): boolean => address?.host === 'here.example.org';

test('what is known is not asked for, and what is asked for is so once', () => {
  const own = reference('gulls', 'here.example.org');
  const [one, same, other] = [reference('jars'), reference('jars'), reference('tides')];
  expect(lookUpOf([own, one, same, other], isKnown)).toEqual({
    known: [own],
    asked: new Map([
      ['jars', [one, same]],
      ['tides', [other]],
    ]),
    beyond: [],
  });
});

test('a file cannot make the browser ask for any number of pages', () => {
  const references = Array.from({ length: MOST_ASKED + 3 }, (_, index) =>
    reference(`gulls-${String(index)}`),
  );
  const { asked, beyond } = lookUpOf([...references, reference('gulls-0')], isKnown);
  expect(asked.size).toBe(MOST_ASKED);
  expect(beyond).toEqual(references.slice(MOST_ASKED));
});
