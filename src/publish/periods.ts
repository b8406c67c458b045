import type { Period, PeriodCount } from '../archive/relate/types.ts';
import type { IsoDate } from '../digest/types.ts';
import { number } from './count.ts';
import { longDate, monthName } from './dates.ts';

/** `2025-03` → `March 2025`, `2025-03-11` → `11 March 2025`. */
export function periodName(period: Period): string {
  const [year = '', month = '', day] = period.split('-');
  return day === undefined ? `${monthName(Number(month))} ${year}` : longDate(period as IsoDate);
}

/** A share as people say it: `3.1 %`, `12 %`. */
export function percent({ papers, of }: Pick<PeriodCount, 'papers' | 'of'>): string {
  const share = of === 0 ? 0 : (100 * papers) / of;
  return `${share >= 9.95 || share === 0 ? String(Math.round(share)) : share.toFixed(1)} %`;
}

/** What a chart of these periods shows, for those who do not see it. */
export function timelineSummary(timeline: readonly PeriodCount[]): string {
  const most = timeline.toSorted((a, b) => share(b) - share(a))[0];
  const last = timeline.at(-1);
  if (most === undefined || last === undefined) return '';
  const peak = `Most frequent in ${periodName(most.period)}: ${ofPapers(most)}.`;
  return most === last ? peak : `${peak} ${periodName(last.period)}: ${ofPapers(last)}.`;
}

/** `12 of 310 new papers (3.9 %)`. */
export function ofPapers(count: Pick<PeriodCount, 'papers' | 'of'>): string {
  return `${number(count.papers)} of ${number(count.of)} new papers (${percent(count)})`;
}

function share({ papers, of }: PeriodCount): number {
  return of === 0 ? 0 : papers / of;
}
