import type { LinkKind } from '../archive/types.ts';
import { numbersFrom, stepsOf, type PaperFacts } from './catalogue.ts';
import type { PaperTable } from './engine.ts';

/** What a table says of papers besides their lengths, as the catalogue has it. */
export function paperFacts({
  dates,
  listed,
  seen,
  links,
}: Omit<PaperTable, 'lengths' | 'count'>): PaperFacts {
  const again = [...listed.keys()].filter((paper) => (listed[paper]?.length ?? 0) > 1);
  const several = [...seen.keys()].filter((paper) => seen[paper] !== listed[paper]?.length);
  const againSteps = stepsOf(again);
  const severalSteps = stepsOf(several);
  return {
    dates,
    first: stepsOf(listed.map(([date = 0]) => date)),
    again: again.map((paper, index) => [
      againSteps[index] ?? 0,
      ...stepsOf(listed[paper] ?? []).slice(1),
    ]),
    seen: several.map((paper, index) => [severalSteps[index] ?? 0, seen[paper] ?? 1]),
    links: mapped(links, stepsOf),
  };
}

/** The table that facts were made of. */
export function paperTable(facts: PaperFacts, lengths: Float64Array): PaperTable {
  const first = numbersFrom(facts.first);
  // Most papers share their list with the others of a date.
  const single = facts.dates.map((_, date) => [date]);
  const listed = first.map((date): readonly number[] => single[date] ?? []);
  const again = numbersFrom(facts.again.map(([paper]) => paper));
  facts.again.forEach(([, ...steps], index) => {
    const paper = again[index] ?? 0;
    listed[paper] = numbersFrom([first[paper] ?? 0, ...steps]);
  });
  const seen = listed.map(({ length }) => length);
  const several = numbersFrom(facts.seen.map(([paper]) => paper));
  facts.seen.forEach(([, digests], index) => {
    seen[several[index] ?? 0] = digests;
  });
  const links = mapped(facts.links, numbersFrom);
  return { count: first.length, lengths, dates: facts.dates, listed, seen, links };
}

type Links = Readonly<Partial<Record<LinkKind, readonly number[]>>>;

function mapped(links: Links, map: (numbers: readonly number[]) => readonly number[]): Links {
  return Object.fromEntries(Object.entries(links).map(([kind, numbers]) => [kind, map(numbers)]));
}
