/** A record of a mailing; what is not given is not written. */
export interface WrittenRecord {
  readonly arxiv?: string;
  readonly title?: string;
  readonly authors?: string | undefined;
  readonly categories?: string;
  readonly abstract?: readonly string[];
  /** Further lines among the fields. */
  readonly lines?: readonly string[];
  readonly end?: string;
}

const RULE = '-'.repeat(78);

/** The text of a mailing of arXiv with these records, of 11 March 2025. */
export function mailingOf(...records: readonly WrittenRecord[]): string {
  return [
    RULE,
    'Send any comments regarding submissions directly to submitter.',
    RULE,
    'Archives at http://arxiv.org/',
    'To unsubscribe, e-mail To: cs@arXiv.org, Subject: cancel',
    RULE,
    ' Submissions to:',
    'Machine Learning',
    ' received from  Mon 10 Mar 25 18:00:00 GMT  to  Tue 11 Mar 25 18:00:00 GMT',
    RULE,
    RULE,
    ...records.flatMap((record) => [recordOf(record), RULE]),
    '',
  ].join('\n');
}

/** A record as arXiv wraps it: titles and authors go on indented, paragraphs start so. */
export function recordOf(record: WrittenRecord): string {
  const { arxiv, title, authors, categories, abstract, lines = [] } = record;
  const field = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [wrapped(`${name}: ${value}`, '', '  ')];
  return [
    '\\\\',
    ...(arxiv === undefined ? [] : [`arXiv:${arxiv}`]),
    'Date: Mon, 10 Mar 2025 18:21:11 GMT   (12kb)',
    '',
    ...field('Title', title),
    ...field('Authors', authors),
    ...field('Categories', categories),
    ...lines,
    ...(abstract ? ['\\\\', ...abstract.map((paragraph) => wrapped(paragraph, '  ', ''))] : []),
    record.end ?? `\\\\ ( https://arxiv.org/abs/${arxiv ?? ''} ,  12kb)`,
  ].join('\n');
}

/** Words in lines of at most 79 characters, where no word is longer. */
function wrapped(text: string, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  for (const [index, word] of text.split(' ').entries()) {
    if (index > 0 && line.length + 1 + word.length > 79) {
      lines.push(line);
      line = rest + word;
    } else line += (index > 0 ? ' ' : '') + word;
  }
  return [...lines, line].join('\n');
}
