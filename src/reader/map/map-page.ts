/** The map in the browser: the drawing can be moved and made larger, and the papers in view are a list. */

import { MAP_SIZE } from '../../publish/map-svg.ts';
import { type SiteUrls, siteUrls } from '../../publish/site-urls.ts';
import { create, elementWithId } from '../dom.ts';
import { actionAt, actionButtons, KEYS, STEP, viewAfter } from './controls.ts';
import { dotsOf } from './dots.ts';
import { drag } from './drag.ts';
import { titleLookup } from './titles.ts';
import { listOfView } from './view-list.ts';
import {
  type Dot,
  dotAt,
  dotsIn,
  fragmentOf,
  heightOf,
  moved,
  type View,
  viewIn,
  WHOLE,
  zoomed,
} from './view.ts';

/** Milliseconds without a movement after which the list follows. */
const PAUSE = 200;
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
  frame.replaceChildren(svg, actionButtons());
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', 'Map: arrow keys move it, plus and minus change its size');
  explore(frame, svg, dots, urls);
}

function explore(
  frame: HTMLElement,
  svg: SVGSVGElement,
  dots: readonly Dot[],
  urls: SiteUrls,
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
    const action = actionAt(event);
    if (action !== undefined) show(viewAfter(view, action));
  });
  frame.addEventListener('keydown', (event) => {
    const action = KEYS[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(viewAfter(view, action));
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
