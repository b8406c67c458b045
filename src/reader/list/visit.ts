import type { IsoDate } from '../../digest/types.ts';
import { now } from '../clock.ts';
import { readVisits, visited, type Visits } from './visits.ts';

/** Remembers that the reader is here, and the newest date that the page shows; nothing where storage is closed. */
export function rememberVisit(base: string): Visits | undefined {
  const key = `offprint-visits:${base}`;
  const newest = document.querySelector<HTMLTimeElement>('.visit-note time')?.dateTime;
  try {
    const before = readVisits(localStorage.getItem(key));
    const visits = visited(before, now(), newest as IsoDate | undefined);
    localStorage.setItem(key, JSON.stringify(visits));
    return visits;
  } catch {
    return undefined;
  }
}
