import { number } from '../../publish/count.ts';
import { monthName } from '../../publish/dates.ts';
import type { Facet, Facets } from '../facets.ts';
import { addressOf, hasOperator, toggled, type SearchState } from './address.ts';
import { create } from '../../reader/dom.ts';

/** So many months are offered at once: a year; a reader finds earlier ones by their year. */
const MOST_MONTHS = 12;

/**
 * What the papers found can be narrowed down to: links to the same search with one operator more, or less
 * when it is in force.
 */
export function facetGroups(facets: Facets, state: SearchState): readonly HTMLElement[] {
  const { years, months, links, seen, topics } = facets;
  const periods = [...(years.length > 1 ? years : []), ...months.slice(0, MOST_MONTHS)];
  return [
    group('When', periods, state, periodLabel),
    group('About', topics, state, () => ''),
    group('With', links, state, ([, kind = '']) => kind),
    group('Seen', seen, state, ([, least = '']) => `in ${least} or more digests`),
  ].filter((each) => each !== undefined);
}

function group(
  label: string,
  facets: readonly Facet[],
  state: SearchState,
  nameOf: (operator: readonly string[]) => string,
): HTMLElement | undefined {
  if (facets.length === 0) return undefined;
  const items = facets.map(({ operator, papers, name: known }) => {
    const isOn = hasOperator(state.text, operator);
    const address = addressOf({ ...state, text: toggled(state.text, operator) });
    const attributes = {
      href: address === '' ? '?' : address,
      'data-operator': operator,
      ...(isOn ? { 'aria-current': 'true' } : {}),
    };
    const name = known ?? nameOf(operator.split(':'));
    const link = create('a', attributes, isOn ? `${name} ×` : name);
    return create('li', {}, link, ' ', create('span', { class: 'count' }, number(papers)));
  });
  return create('div', {}, create('h2', { class: 'label' }, label), create('ul', {}, ...items));
}

function periodLabel([, period = '']: readonly string[]): string {
  const [year = '', month] = period.split('-');
  return month === undefined ? year : `${monthName(Number(month))} ${year}`;
}
