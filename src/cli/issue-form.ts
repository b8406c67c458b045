/** What the form “Add a digest” asks for, in its order (`.github/ISSUE_TEMPLATE/add-digest.yml`). */
export const issueFormLabels = { date: 'Date of the digest', text: 'Text of the digest' } as const;

/** A filled-in form. */
export interface IssueForm {
  /** A day that exists, `YYYY-MM-DD`. */
  readonly date: string;
  /** Ends with a line break. */
  readonly text: string;
}

/** The issue is no filled-in form. The message repeats nothing of the issue, so any log may show it. */
export class IssueFormError extends Error {
  override readonly name = 'IssueFormError';
}

/**
 * Takes a filled-in form out of the body of its issue. GitHub writes it as headings with the answers below;
 * nothing keeps an answer from holding such headings too. So the date has to come first, on one line, and
 * all that follows the heading of the text is the text.
 *
 * @throws IssueFormError when the body is anything else.
 */
export function readIssueForm(body: string): IssueForm {
  const normalised = body.replaceAll('\r\n', '\n').trimEnd();
  const head = `### ${issueFormLabels.date}\n\n`;
  const middle = `\n\n### ${issueFormLabels.text}\n\n`;
  const date = normalised.slice(head.length, head.length + 'YYYY-MM-DD'.length);
  const start = head.length + date.length;
  if (!normalised.startsWith(head))
    throw new IssueFormError('The issue was not made with the form “Add a digest”.');
  if (!isDate(date) || normalised[start] !== '\n')
    throw new IssueFormError('The date of the digest is not a day in the form YYYY-MM-DD.');
  if (!normalised.startsWith(middle, start))
    throw new IssueFormError('Between the date and the text of the digest stands something else.');
  const text = unfence(normalised.slice(start + middle.length)).replace(/^\n+|\n+$/g, '');
  if (text.trim() === '') throw new IssueFormError('The digest has no text.');
  return { date, text: `${text}\n` };
}

/** The text without the lines of the code block that GitHub puts it in. */
function unfence(answer: string): string {
  const fence = /^(`{3,})text(?=\n)/.exec(answer);
  if (fence === null) return answer;
  const [start, marks = ''] = fence;
  if (!answer.endsWith(`\n${marks}`))
    throw new IssueFormError('Below the text of the digest stands something else.');
  return answer.slice(start.length, -marks.length);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
