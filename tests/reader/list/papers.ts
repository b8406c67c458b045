import fc from 'fast-check';

import { day } from '../../helpers.ts';
import { asPaperId, type SavedPaper } from '../../../src/reader/list/saved-paper.ts';

/** A saved paper of which the test says what matters. */
export function saved(id: string, rest: Partial<Omit<SavedPaper, 'id'>> = {}): SavedPaper {
  const paperId = asPaperId(id);
  if (paperId === undefined) throw new Error(`No id: ${id}`);
  return { id: paperId, title: `On ${id}`, saved: at(1), ...rest };
}

/** A time: the first of many is the earliest. */
export function at(hour: number): string {
  return `2026-03-11T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

const time = fc.integer({ min: 0, max: 23 }).map(at);

/** Any saved paper with a given id. */
export function anySaved(id: string): fc.Arbitrary<SavedPaper> {
  return fc
    .record(
      {
        title: fc.string({ minLength: 1, maxLength: 20 }),
        saved: time,
        read: time,
        firstSeen: fc.constant(day('2025-03-11')),
        note: fc.constantFrom('gulls', 'jars', 'gulls and jars', 'tides\n\nat night'),
        changed: fc.record({ read: time, note: time }, { requiredKeys: [] }),
      },
      { requiredKeys: ['title', 'saved'] },
    )
    .map(({ changed, ...rest }) =>
      saved(id, { ...rest, ...(changed && Object.keys(changed).length > 0 ? { changed } : {}) }),
    );
}
