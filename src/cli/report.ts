import { join, relative } from 'node:path';
import { styleText } from 'node:util';

import type { Problem, Severity } from '../digest/types.ts';

const COLOURS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

/**
 * Problems as lines for a terminal: place, severity, fact, fix.
 *
 * @param folder the content folder; places are given relative to the working directory.
 */
export function reportLines(problems: readonly Problem[], folder: string): readonly string[] {
  return problems.map((found) => {
    const { line, column, severity, code, message, hint } = found;
    const place = `${pathOf(found, folder)}:${String(line)}:${String(column)}`;
    const label = styleText(COLOURS[severity], severity);
    return inert(`${place} ${label} ${message} ${hint} ${styleText('dim', `[${code}]`)}`);
  });
}

/**
 * Problems as GitHub's workflow commands, which put them beside the lines of a change
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). GitHub shows ten of
 * each severity a step.
 */
export function annotationLines(problems: readonly Problem[], folder: string): readonly string[] {
  return problems.map((found) => {
    const { line, column, severity, code, message, hint } = found;
    const properties = {
      file: pathOf(found, folder),
      line: String(line),
      col: String(column),
      title: code,
    };
    const list = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(value)}`);
    return `::${severity} ${list.join(',')}::${inCommand(`${message} ${hint}`)}`;
  });
}

/** “2 errors, 1 warning”, or nothing when there are none. */
export function reportSummary(problems: readonly Problem[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'notice'];
  return severities
    .map(
      (severity) =>
        [severity, problems.filter((found) => found.severity === severity).length] as const,
    )
    .filter(([, found]) => found > 0)
    .map(([severity, found]) => count(found, severity))
    .join(', ');
}

/** `count(1, 'paper')` → `1 paper`, `count(2, 'entry', 'entries')` → `2 entries`. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${String(value)} ${value === 1 ? noun : plural}`;
}

/** Output with text from a digest, in which the runner of a workflow finds no command. */
export function inert(text: string): string {
  return text.replace(/^(\s*:)(?=:)/gm, '$1 ').replaceAll('##[', '## [');
}

function pathOf({ file }: Problem, folder: string): string {
  return relative(process.cwd(), join(folder, file));
}

function inCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inCommand(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
