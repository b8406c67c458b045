import { storedText, type SavedPaper } from '../../saved-paper.ts';
import type { ReadingList } from '../../store.ts';
import { mergedPaper } from '../merge.ts';
import type { Revocable } from '../revocable.ts';
import type { FoundReference } from './read-file.ts';
import type { ImportResult } from './report.ts';

/** Merges what a file holds into a list, part by part, and counts what came of it. */
export interface Merging {
  readonly add: (references: readonly FoundReference[]) => void;
  readonly counts: () => Pick<ImportResult, 'added' | 'changed' | 'known' | 'missed'>;
}

/** Begins to merge into a list; all that is put on it is part of a change. */
export function mergeInto(list: ReadingList, change: Revocable): Merging {
  const seen = new Set<string>();
  const added = new Set<string>();
  const changed = new Set<string>();
  let missed = 0;
  return {
    add: (references) => {
      const merged = new Map<string, SavedPaper>();
      for (const reference of references) {
        const paper = asListed(list, reference);
        const there = merged.get(paper.id) ?? list.get(paper.id);
        merged.set(paper.id, there === undefined ? paper : mergedPaper(there, paper));
        seen.add(paper.id);
      }
      const news = [...merged.values()].filter((paper) => {
        const there = list.get(paper.id);
        if (there === undefined) added.add(paper.id);
        else if (storedText(mergedPaper(there, there)) === storedText(paper)) return false;
        else if (!added.has(paper.id)) changed.add(paper.id);
        return true;
      });
      if (news.length > 0) missed += change.put(news);
    },
    counts: () => ({
      added: added.size,
      changed: changed.size,
      known: seen.size - added.size - changed.size,
      missed,
    }),
  };
}

/** A reference does not say when a paper was saved: one that is on the list was so when it was. */
function asListed(list: ReadingList, { paper, address }: FoundReference): SavedPaper {
  const there = address === undefined ? undefined : list.get(paper.id);
  return there === undefined ? paper : { ...paper, saved: there.saved, title: there.title };
}
