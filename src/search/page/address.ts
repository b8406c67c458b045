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

/** Whether a query has an operator, `date:2025-03`; capitals do not count. */
export function hasOperator(text: string, operator: string): boolean {
  return partsOf(text).some((part) => part.toLowerCase() === operator);
}

/**
 * A query with an operator, or without it when it has it. Of operators that exclude each other only the new
 * one stays: a paper has as many dates as it likes, but a reader narrows down to one.
 */
export function toggled(text: string, operator: string): string {
  const isOpen = (text.match(/["“”]/g) ?? []).length % 2 === 1;
  const parts = partsOf(isOpen ? `${text}"` : text);
  const others = parts.filter((part) => part.toLowerCase() !== operator.toLowerCase());
  if (others.length < parts.length) return others.join(' ');
  const name = operator.replace(/:.*/, ':');
  const kept =
    name === 'has:' ? parts : parts.filter((part) => !part.toLowerCase().startsWith(name));
  return [...kept, operator].join(' ');
}

/** The operators of a query that narrow it down. */
export function operatorsIn(text: string): readonly string[] {
  return partsOf(text).filter((part) => /^-?(?:date|has|seen):./i.test(part));
}

/** Splits at spaces outside quotes. */
function partsOf(text: string): readonly string[] {
  return text.match(/(?:[^\s"“”]|["“”][^"“”]*["“”]?)+/g) ?? [];
}
