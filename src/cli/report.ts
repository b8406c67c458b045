import { join, relative } from 'node:path';
import { styleText } from 'node:util';

import type { Problem } from '../digest/types.ts';

/**
 * Problems as lines for a terminal: place, severity, fact, fix.
 *
 * @param folder the content folder; places are given relative to the working directory.
 */
export function reportLines(problems: readonly Problem[], folder: string): readonly string[] {
  return problems.map(({ file, line, column, severity, code, message, hint }) => {
    const path = relative(process.cwd(), join(folder, file));
    const place = `${path}:${String(line)}:${String(column)}`;
    const label = styleText(severity === 'error' ? 'red' : 'yellow', severity);
    return `${place} ${label} ${message} ${hint} ${styleText('dim', `[${code}]`)}`;
  });
}

/** “2 errors, 1 warning”, or nothing when there are none. */
export function reportSummary(problems: readonly Problem[]): string {
  const errors = problems.filter((found) => found.severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.join(', ');
}

/** `count(1, 'paper')` → `1 paper`, `count(2, 'entry', 'entries')` → `2 entries`. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${String(value)} ${value === 1 ? noun : plural}`;
}
