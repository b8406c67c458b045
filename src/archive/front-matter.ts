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
}

/** Splits the front matter off a text. Without a second `---`, everything is front matter. */
export function splitFrontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== '---')
    return { yaml: '', firstLine: 1, body: lines.join('\n'), bodyLine: 1 };
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const end = close < 0 ? lines.length : close;
  return {
    yaml: lines.slice(1, end).join('\n'),
    firstLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
