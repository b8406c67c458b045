import type { SiteUrls } from '../../publish/site-urls.ts';
import { addressOf, operatorsIn, toggled, type SearchState } from './address.ts';
import { create } from '../../reader/dom.ts';
import type { Page } from './messages.ts';
import { correctedText } from './summary.ts';

/** What was made of a query, and what to do when that was not meant. */
export function adviceFor(
  state: SearchState,
  { corrections, unknown, remarks, papers }: Page,
  urls: SiteUrls,
): readonly HTMLElement[] {
  const isEmpty = papers.length === 0;
  return [
    ...(corrections.length > 0 && !isEmpty ? [corrected(state, corrections)] : []),
    ...(unknown.length > 0 && !isEmpty ? [passedOver(unknown)] : []),
    ...remarks.map((remark) => create('p', {}, remark)),
    ...(isEmpty ? [...withoutOperators(state), elsewhere(urls)] : []),
  ];
}

function corrected(state: SearchState, corrections: Page['corrections']): HTMLElement {
  const { text } = state;
  const instead = addressOf({ ...state, spelling: false });
  // What a reader wrote must not turn the direction of what stands around it.
  return create(
    'p',
    {},
    'Showing results for ',
    create('bdi', { class: 'corrected' }, correctedText(text, corrections)),
    '. ',
    create('a', { href: instead }, 'Search instead for “', create('bdi', {}, text), '”'),
  );
}

function passedOver(unknown: readonly string[]): HTMLElement {
  const words = unknown.map((word) => `“${word}”`).join(', ');
  return create('p', {}, `Nothing here is like ${words}; the other words were found.`);
}

/** The way out of a filter that nothing passes. */
function withoutOperators(state: SearchState): readonly HTMLElement[] {
  const links = operatorsIn(state.text).flatMap((operator) => {
    const address = addressOf({ ...state, text: toggled(state.text, operator) });
    return [' ', create('a', { href: address === '' ? '?' : address }, operator)];
  });
  return links.length === 0 ? [] : [create('p', {}, 'Leave out', ...links, '?')];
}

function elsewhere(urls: SiteUrls): HTMLElement {
  return create(
    'p',
    {},
    'Try other or fewer words, or browse by ',
    create('a', { href: urls.dates() }, 'date'),
    ' or by ',
    create('a', { href: urls.papers() }, 'title'),
    '.',
  );
}
