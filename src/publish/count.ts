/** `count(1, 'paper')` → `1 paper`, `count(2500, 'paper')` → `2,500 papers`. */
export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A number with separators of thousands. */
export function number(value: number): string {
  return value.toLocaleString('en-GB');
}
