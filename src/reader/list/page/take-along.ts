import { elementWithId } from '../../dom.ts';
import type { ListPage } from './list-page.ts';

/** Offers the list as a file, and to read one. What that needs is loaded when it is asked for. */
export function offerTakingAlong(page: ListPage): void {
  const root = elementWithId('list', HTMLElement);
  const file = elementWithId('import', HTMLInputElement);
  root.addEventListener('click', ({ target }) => {
    const format = target instanceof HTMLElement ? target.dataset['format'] : undefined;
    if (format !== undefined)
      void import('./export.ts')
        .then(({ exportList }) => exportList(page, format))
        .catch((error: unknown) => {
          page.notify(`The list could not be exported: ${String(error)}`);
        });
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    void import('./import/import-list.ts')
      .then(({ importList }) => importList(page, chosen))
      .catch((error: unknown) => {
        page.notify(`The file could not be imported: ${String(error)}`);
      })
      .finally(() => (file.value = ''));
  });
}
