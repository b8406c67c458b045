import { catalogue } from '../../../src/digest/problem-catalogue.ts';
import { compareProblems } from '../../../src/digest/problems.ts';
import type { Problem, RawDigest } from '../../../src/digest/types.ts';
import type { Outcome } from '../subject.ts';

/** Every problem has a place in its file, and a message that can be printed. */
export function problems({ digests, archive, review }: Outcome): readonly string[] {
  const lines = new Map(digests.map((raw) => [raw.file, linesOf(raw)]));
  const hasBraces = /[{}]/.test([...lines].flat(2).join('\n'));
  const found = archive.problems;
  const sorted = found.toSorted(compareProblems);
  return [
    ...[...found, ...review].flatMap((problem) => [
      ...placeOf(problem, lines.get(problem.file)),
      ...messageOf(problem, hasBraces),
    ]),
    ...(sorted.every((problem, index) => problem === found[index])
      ? []
      : ['problems out of order']),
  ];
}

/** The lines as they were before anything was removed from them. */
function linesOf({ bytes }: RawDigest): readonly string[] {
  const text = new TextDecoder().decode(bytes);
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

function placeOf(problem: Problem, lines: readonly string[] | undefined): readonly string[] {
  const { code, line, column } = problem;
  const place = `${code} at ${String(line)}:${String(column)}`;
  if (lines === undefined) return [`${place} in a file that does not exist: ${problem.file}`];
  const isLine = Number.isInteger(line) && line >= 1 && line <= lines.length;
  if (!isLine) return [`${place} of ${String(lines.length)} lines`];
  // A file that is not UTF-8 has lines that end with LF or CRLF alone.
  const length =
    code === 'encoding-invalid' ? lines.join('\n').length : (lines[line - 1]?.length ?? 0);
  const isColumn = Number.isInteger(column) && column >= 1 && column <= length + 1;
  return isColumn ? [] : [`${place} of ${String(length)} columns`];
}

function messageOf(problem: Problem, hasBraces: boolean): readonly string[] {
  const { code, message, hint, severity } = problem;
  if (!Object.hasOwn(catalogue, code)) return [`unknown code ${code}`];
  const rule: Pick<Problem, 'severity' | 'message' | 'hint'> =
    catalogue[code as keyof typeof catalogue];
  const failures: string[] = [];
  if (severity !== rule.severity) failures.push(`${code} has severity ${severity}`);
  if (hint !== rule.hint || hint === '') failures.push(`${code} has another hint`);
  const escaped = rule.message.split(/\{\w+\}/).map((part) => RegExp.escape(part));
  if (!new RegExp(`^${escaped.join('(.+)')}$`, 'su').test(message))
    failures.push(`${code} has another message: ${message}`);
  for (const [name] of rule.message.matchAll(/\{\w+\}/g))
    if (message.includes(name) && !hasBraces) failures.push(`${code} leaves ${name} open`);
  if (/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(message))
    failures.push(`${code} has a message with control characters: ${JSON.stringify(message)}`);
  if (message.length > 700) failures.push(`${code} has a message of ${String(message.length)}`);
  return failures;
}
