import type { IsoDate } from '../../digest/types.ts';
import type { Period, PeriodCount } from './types.ts';

/** With fewer months than this, dates are the periods. */
const FEWEST_MONTHS = 2;

/** How the time of an archive is divided. */
export interface Periods {
  /** Oldest first, those without a paper left out. */
  readonly all: readonly Period[];
  readonly of: (date: IsoDate) => Period;
}

/** The months of these dates, or where all of them are in one month, the dates themselves. */
export function periodsOf(dates: readonly IsoDate[]): Periods {
  const months = new Set(dates.map(month));
  const of = months.size < FEWEST_MONTHS ? (date: IsoDate): Period => date : month;
  return { all: [...new Set(dates.map(of))].sort(), of };
}

function month(date: IsoDate): Period {
  return date.slice(0, 7);
}

/** How many of the papers were first seen in each period, beside how many papers of the archive were. */
export function timelineOf(
  papers: readonly IsoDate[],
  archive: readonly IsoDate[],
  periods: Periods,
): readonly PeriodCount[] {
  const counts = countsOf(papers, periods);
  const totals = countsOf(archive, periods);
  return periods.all.map((period) => ({
    period,
    papers: counts.get(period) ?? 0,
    of: totals.get(period) ?? 0,
  }));
}

function countsOf(dates: readonly IsoDate[], periods: Periods): ReadonlyMap<Period, number> {
  const counts = new Map<Period, number>();
  for (const date of dates) {
    const period = periods.of(date);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return counts;
}
