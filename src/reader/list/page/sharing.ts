import { elementWithId } from '../../dom.ts';
import type { ListPage } from './list-page.ts';

/** Offers a link to the list, and opens one that the address carries. What that needs is loaded then. */
export function offerSharing(page: ListPage): void {
  const button = elementWithId('share', HTMLButtonElement);
  button.addEventListener('click', () => {
    void import('./share-link.ts').then(({ shareList }) => shareList(page));
  });
  const open = (): void => {
    if (!isShareFragment(location.hash)) return;
    removeEventListener('hashchange', open);
    void import('./shared-list.ts').then(({ openShared }) => {
      openShared(page);
    });
  };
  addEventListener('hashchange', open);
  open();
}

/** Whether a fragment says that it carries a list. */
export function isShareFragment(fragment: string): boolean {
  return fragment.startsWith('#share=');
}
