import { collected } from '../soon.ts';
import { readingList, type ReadingList } from './store.ts';

/** The reading list of this archive in this browser, in step with other tabs. */
export function openList(base: string): ReadingList {
  const list = readingList(base, () => localStorage);
  // A list that is imported in another tab changes thousands of entries at once.
  const changed = collected<string | null>((keys) => {
    list.changedElsewhere(...keys);
  });
  addEventListener('storage', ({ key }) => {
    changed(key);
  });
  addEventListener('pageshow', ({ persisted }) => {
    // A page that comes back from the history has missed what other tabs did.
    if (persisted) list.changedElsewhere(null);
  });
  return list;
}

/** Says in the masthead how many papers the list has. */
export function countInMasthead(list: ReadingList): void {
  const link = document.querySelector('.masthead a[data-section="list"]');
  if (link === null) return;
  const label = link.textContent.trim();
  const update = (): void => {
    const papers = list.contents().papers.length;
    link.textContent = papers === 0 ? label : `${label} ${String(papers)}`;
  };
  list.onChange(update);
  update();
}
