/** A text that starts with YAML between two lines of `---`. */
export interface FrontMatter {
  /** Without the two lines; empty where there is none. */
  readonly yaml: string;
  /** The line of the file that `yaml` starts on, from 1. */
  readonly firstLine: number;
  /** What stands below. */
  readonly body: string;
  /** The line of the file that `body` starts on, from 1. */
  readonly bodyLine: number;
  /** Set when the second line of `---` is missing; then everything is front matter. */
  readonly isOpen?: true;
}

/** Splits the front matter off a text; like Astro, passes over blank lines above it. */
export function splitFrontMatter(lines: readonly string[]): FrontMatter {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (lines[start]?.trimEnd() !== '---')
    return { yaml: '', firstLine: 1, body: lines.join('\n'), bodyLine: 1 };
  const close = lines.findIndex((line, index) => index > start && line.trimEnd() === '---');
  const end = close < 0 ? lines.length : close;
  return {
    yaml: lines.slice(start + 1, end).join('\n'),
    firstLine: start + 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    ...(close < 0 && { isOpen: true }),
  };
}
