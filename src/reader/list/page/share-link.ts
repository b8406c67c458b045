import { count, number } from '../../../publish/count.ts';
import { elementWithId } from '../../dom.ts';
import type { ListPage } from './list-page.ts';
import { selectedPapers, WHOLE_LIST } from './selection.ts';
import { LONGEST_ADDRESS, MOST_SHARED, shareFragment } from './share.ts';

/** Makes a link that carries the list, and copies it where the browser allows it. */
export async function shareList({ list, urls, notify }: ListPage): Promise<void> {
  const field = elementWithId('share-link', HTMLInputElement);
  const all = selectedPapers(list.contents().papers, WHOLE_LIST);
  const papers = all.slice(0, MOST_SHARED);
  const page = location.origin + urls.list();
  field.value = page + (await shareFragment(papers, page.length));
  const place = field.closest('p');
  if (place !== null) place.hidden = false;
  field.select();
  const warning = [
    ...(field.value.length > LONGEST_ADDRESS
      ? [` It has ${number(field.value.length)} characters: some programs cut it.`]
      : []),
    ...(all.length > papers.length
      ? [
          ` It holds the newest ${number(papers.length)} of ${count(all.length, 'paper')}: export JSON for all.`,
        ]
      : []),
  ].join('');
  try {
    await navigator.clipboard.writeText(field.value);
    notify(`The link is copied.${warning}`);
  } catch {
    notify(`The link is in the field, ready to be copied.${warning}`);
  }
}
