/** The reader's clock: now, as ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString();
}

/** The day of a time where the reader is: `11 March 2025`. */
export function dayOf(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
