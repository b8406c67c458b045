import { create } from '../dom.ts';
import { centreOf, moved, type View, WHOLE, zoomed } from './view.ts';

/** How much larger the map gets at once. */
export const STEP = 1.6;
const PAN = 0.2;

const BUTTONS = [
  ['in', '+', 'Larger'],
  ['out', '−', 'Smaller'],
  ['left', '←', 'Move left'],
  ['up', '↑', 'Move up'],
  ['down', '↓', 'Move down'],
  ['right', '→', 'Move right'],
  ['whole', 'Whole', 'Whole map'],
] as const;
/** What moves the map or changes its size. */
export type Action = (typeof BUTTONS)[number][0];

/** The keys that do the same while the map has the focus. */
export const KEYS: Readonly<Record<string, Action>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'right',
  '0': 'whole',
};

/** A button for each action. */
export function actionButtons(): HTMLElement {
  const made = BUTTONS.map(([action, text, name]) =>
    create(
      'button',
      { type: 'button', class: 'button', 'data-action': action, 'aria-label': name },
      text,
    ),
  );
  return create('p', { class: 'map-buttons' }, ...made);
}

/** The action of the button that an event is on, if it is on one. */
export function actionAt({ target }: Event): Action | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  return BUTTONS.find(([name]) => name === button?.dataset['action'])?.[0];
}

/** The view after an action. */
export function viewAfter(view: View, action: Action): View {
  if (action === 'whole') return WHOLE;
  if (action === 'in') return zoomed(view, STEP, centreOf(view));
  if (action === 'out') return zoomed(view, 1 / STEP, centreOf(view));
  const right = { left: -PAN, right: PAN, up: 0, down: 0 }[action];
  const down = { left: 0, right: 0, up: -PAN, down: PAN }[action];
  return moved(view, right, down);
}
