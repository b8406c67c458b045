import { SORTS, type Sort } from '../search.ts';

/** What the address of the search page says. */
export interface SearchState {
  readonly text: string;
  readonly sort: Sort;
  /** Words that the archive does not have are taken for similar ones. */
  readonly spelling: boolean;
}

/** Reads the state from `?q=…&sort=newest&spelling=off`; what is not understood is as if it were not there. */
export function stateIn(parameters: URLSearchParams): SearchState {
  const sort = SORTS.find((each) => each === parameters.get('sort')) ?? 'relevance';
  return {
    text: (parameters.get('q') ?? '').trim(),
    sort,
    spelling: parameters.get('spelling') !== 'off',
  };
}

/** The address of a state, from `?` on; empty for the state of a page just opened. */
export function addressOf({ text, sort, spelling }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (!spelling) parameters.set('spelling', 'off');
  const address = parameters.toString();
  return address === '' ? '' : `?${address}`;
}

/** Whether a query has an operator, `date:2025-03`, as it is written. */
export function hasOperator(text: string, operator: string): boolean {
  return partsOf(text).includes(operator);
}

/**
 * A query with an operator, or without it when it has it. Of operators that exclude each other only the new
 * one stays: a paper has as many dates as it likes, but a reader narrows down to one.
 */
export function toggled(text: string, operator: string): string {
  const parts = partsOf(text);
  if (parts.includes(operator)) return parts.filter((part) => part !== operator).join(' ');
  const [name] = operator.split(':');
  const kept = name === 'has' ? parts : parts.filter((part) => !part.startsWith(`${name ?? ''}:`));
  return [...kept, operator].join(' ');
}

/** Splits at spaces outside quotes. */
function partsOf(text: string): readonly string[] {
  return text.match(/(?:[^\s"“”]|["“”][^"“”]*["“”]?)+/g) ?? [];
}
