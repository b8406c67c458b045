import { count } from '../../publish/count.ts';
import type { SiteUrls } from '../../publish/site-urls.ts';
import { create, elementWithId } from '../dom.ts';
import type { TitleLookup } from '../../search/title-lookup.ts';
import type { Dot } from './view.ts';

/** So many papers are listed, however many are in view. */
const SHOWN = 12;

/** The papers in view as a list below the map. */
export interface ViewList {
  /** Lists the papers in the middle; `point` is called with the dot of one that is looked at. */
  readonly show: (inView: readonly Dot[], point: (dot: Dot | undefined) => void) => Promise<void>;
  /** Says which paper a dot is; a link to it, if that can be read. */
  readonly choose: (dot: Dot) => Promise<HTMLElement | undefined>;
}

const UNREAD = 'The titles could not be read. Check the connection, then move the map again.';

/** Fills the list of the page. What cannot be read is said there. */
export function listOfView(urls: SiteUrls, lookUp: TitleLookup): ViewList {
  const section = elementWithId('map-view', HTMLElement);
  const status = elementWithId('map-status', HTMLElement);
  const papers = elementWithId('map-papers', HTMLElement);
  section.hidden = false;
  let asked = 0;
  return {
    async show(inView, point) {
      const question = (asked += 1);
      const shown = inView.slice(0, SHOWN);
      try {
        const records = await lookUp(shown.map(({ paper }) => paper));
        if (question !== asked) return;
        const items = records.map(({ id, title }, place) => {
          const link = create('a', { href: urls.paper(id) }, title);
          for (const event of ['focus', 'pointerenter'])
            link.addEventListener(event, () => {
              point(shown[place]);
            });
          return create('li', {}, link);
        });
        papers.replaceChildren(...items);
        const where = inView.length > SHOWN ? '; in the middle:' : ':';
        status.textContent = `${count(inView.length, 'paper')} in view${where}`;
      } catch {
        if (question === asked) status.textContent = UNREAD;
      }
    },
    async choose(dot) {
      asked += 1;
      try {
        const [record] = await lookUp([dot.paper]);
        if (record === undefined) return undefined;
        status.textContent = `Chosen: ${record.title}`;
        return create('a', { href: urls.paper(record.id) }, record.title);
      } catch {
        status.textContent = UNREAD;
        return undefined;
      }
    },
  };
}
