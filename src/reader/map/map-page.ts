/** The map in the browser: the drawing can be moved and made larger, and the papers in view are a list. */

import { count } from '../../publish/count.ts';
import { MAP_SIZE } from '../../publish/map-svg.ts';
import { siteUrls } from '../../publish/site-urls.ts';
import { create, elementWithId } from '../dom.ts';
import { dotsOf } from './dots.ts';
import { titleLookup } from './titles.ts';
import {
  centreOf,
  fragmentOf,
  viewIn,
  dotAt,
  dotsIn,
  type Dot,
  heightOf,
  moved,
  type View,
  WHOLE,
  zoomed,
} from './view.ts';

const SHOWN = 12;
/** Milliseconds without a movement after which the list follows. */
const PAUSE = 200;
const STEP = 1.6;
const PAN = 0.2;
/** Pixels around a dot in which it is meant. */
const REACH = 14;
const LABEL_SIZE = 19;
/** Pixels below which a name cannot be read. */
const SMALLEST = 12;
const SVG = 'http://www.w3.org/2000/svg';

/** Puts the drawing in the place of its picture; one that cannot be read leaves the picture. */
export async function startMap(): Promise<void> {
  const frame = elementWithId('map', HTMLElement);
  const urls = siteUrls(frame.dataset['base'] ?? '/', undefined);
  const response = await fetch(urls.file('map.svg')).catch(() => undefined);
  if (!response?.ok) return;
  const drawing = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const svg = drawing.documentElement;
  if (!(svg instanceof SVGSVGElement)) return;
  const dots = Array.from(svg.querySelectorAll('path'), (path) =>
    dotsOf(path.getAttribute('d') ?? '', path.dataset['papers'] ?? ''),
  ).flat();
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', 'Map of papers');
  frame.replaceChildren(svg, buttons());
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', 'Map: arrow keys move it, plus and minus change its size');
  explore(frame, svg, dots, urls);
}

const BUTTONS = [
  ['in', '+', 'Larger'],
  ['out', '−', 'Smaller'],
  ['left', '←', 'Move left'],
  ['up', '↑', 'Move up'],
  ['down', '↓', 'Move down'],
  ['right', '→', 'Move right'],
  ['whole', 'Whole', 'Whole map'],
] as const;
type Action = (typeof BUTTONS)[number][0];

const KEYS: Readonly<Record<string, Action>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'right',
  '0': 'whole',
};

function buttons(): HTMLElement {
  const made = BUTTONS.map(([action, text, name]) =>
    create(
      'button',
      { type: 'button', class: 'button', 'data-action': action, 'aria-label': name },
      text,
    ),
  );
  return create('p', { class: 'map-buttons' }, ...made);
}

function after(view: View, action: Action): View {
  if (action === 'whole') return WHOLE;
  if (action === 'in') return zoomed(view, STEP, centreOf(view));
  if (action === 'out') return zoomed(view, 1 / STEP, centreOf(view));
  const right = { left: -PAN, right: PAN, up: 0, down: 0 }[action];
  const down = { left: 0, right: 0, up: -PAN, down: PAN }[action];
  return moved(view, right, down);
}

function explore(
  frame: HTMLElement,
  svg: SVGSVGElement,
  dots: readonly Dot[],
  urls: ReturnType<typeof siteUrls>,
): void {
  const lookUp = titleLookup(new URL(urls.file('pagefind/'), location.href));
  const list = listOfView(urls, lookUp);
  const [marks, labels] = svg.querySelectorAll('g');
  const dotSize = Number(marks?.getAttribute('stroke-width'));
  const card = create('p', { class: 'map-card' });
  const ring = document.createElementNS(SVG, 'circle');
  ring.setAttribute('class', 'map-ring');
  svg.append(ring);
  let view = WHOLE;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const point = (dot: Dot | undefined): void => {
    ring.toggleAttribute('hidden', dot === undefined);
    if (dot === undefined) return;
    ring.setAttribute('cx', String(dot.x));
    ring.setAttribute('cy', String(dot.y));
    ring.setAttribute('r', String((9 * view.width) / svg.clientWidth));
  };
  const show = (next: View): void => {
    view = next;
    svg.setAttribute('viewBox', [view.left, view.top, view.width, heightOf(view)].join(' '));
    const scale = view.width / MAP_SIZE.width;
    const pixel = view.width / (svg.clientWidth || MAP_SIZE.width);
    labels?.setAttribute('font-size', String(Math.max(LABEL_SIZE * scale, SMALLEST * pixel)));
    // Dots grow, more slowly than the space between them.
    marks?.setAttribute('stroke-width', String(dotSize * scale ** 0.7));
    frame.classList.toggle('is-close', view.width < MAP_SIZE.width);
    point(undefined);
    clearTimeout(pause);
    card.remove();
    pause = setTimeout(() => {
      const address = view.width === WHOLE.width ? location.pathname : fragmentOf(view);
      history.replaceState(null, '', address);
      void list.show(dotsIn(view, dots), point);
    }, PAUSE);
  };
  /** Says beside a dot which paper it is. */
  const choose = async (dot: Dot): Promise<void> => {
    const link = await list.choose(dot);
    if (link === undefined) return;
    const [x, y] = [(dot.x - view.left) / view.width, (dot.y - view.top) / heightOf(view)];
    card.replaceChildren(link);
    card.style.setProperty(x > 0.6 ? 'right' : 'left', `${String(100 * (x > 0.6 ? 1 - x : x))}%`);
    card.style.removeProperty(x > 0.6 ? 'left' : 'right');
    card.style.setProperty('top', `calc(${String(100 * y)}% + 0.75rem)`);
    frame.append(card);
  };
  const at = (event: MouseEvent): { x: number; y: number } => {
    const box = svg.getBoundingClientRect();
    const scale = view.width / box.width;
    return {
      x: view.left + (event.clientX - box.left) * scale,
      y: view.top + (event.clientY - box.top) * scale,
    };
  };
  const meant = (event: MouseEvent): Dot | undefined =>
    dotAt(at(event), (REACH * view.width) / svg.clientWidth, dots);

  frame.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const action = BUTTONS.find(([name]) => name === button?.dataset['action'])?.[0];
    if (action !== undefined) show(after(view, action));
  });
  frame.addEventListener('keydown', (event) => {
    const action = KEYS[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(after(view, action));
  });
  svg.addEventListener('dblclick', (event) => {
    event.preventDefault();
    show(zoomed(view, STEP, at(event)));
  });
  frame.addEventListener(
    'wheel',
    (event) => {
      // A wheel alone scrolls the page.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      show(zoomed(view, event.deltaY < 0 ? 1.2 : 1 / 1.2, at(event)));
    },
    { passive: false },
  );
  drag(svg, (right, down) => {
    show(moved(view, right, down));
  });
  svg.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) point(meant(event));
  });
  svg.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    const dot = meant(event);
    point(dot);
    card.remove();
    if (dot !== undefined) void choose(dot);
  });
  show(viewIn(location.hash) ?? WHOLE);
}

/** Calls `move` with shares of the width and the height by which the drawing is dragged. */
function drag(svg: SVGSVGElement, move: (right: number, down: number) => void): void {
  let last: PointerEvent | undefined;
  svg.addEventListener('pointerdown', (event) => {
    if (event.isPrimary) last = event;
  });
  addEventListener('pointermove', (event) => {
    if (last === undefined || !event.isPrimary) return;
    move(
      (last.clientX - event.clientX) / svg.clientWidth,
      (last.clientY - event.clientY) / svg.clientHeight,
    );
    last = event;
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    addEventListener(end, () => {
      last = undefined;
    });
}

interface ViewList {
  show: (inView: readonly Dot[], point: (dot: Dot | undefined) => void) => Promise<void>;
  /** Says which paper a dot is; a link to it, if that can be read. */
  choose: (dot: Dot) => Promise<HTMLElement | undefined>;
}

const UNREAD = 'The titles could not be read. Check the connection, then move the map again.';

function listOfView(
  urls: ReturnType<typeof siteUrls>,
  lookUp: ReturnType<typeof titleLookup>,
): ViewList {
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
