import { readFileSync, writeFileSync } from 'node:fs';

import { IssueFormError, readIssueForm } from './issue-form.ts';

// Called by `.github/workflows/digest-from-issue.yml`, also where no packages are installed:
//   node digest-from-issue.ts EVENT-FILE TEXT-FILE
// writes the text of the digest to TEXT-FILE and prints `date=YYYY-MM-DD`.
const [eventFile, textFile] = process.argv.slice(2);
if (eventFile === undefined || textFile === undefined)
  throw new Error('Usage: digest-from-issue.ts EVENT-FILE TEXT-FILE');

try {
  const event = JSON.parse(readFileSync(eventFile, 'utf8')) as {
    readonly issue?: { readonly body?: string | null };
  };
  const { date, text } = readIssueForm(event.issue?.body ?? '');
  writeFileSync(textFile, text);
  console.log(`date=${date}`);
} catch (error) {
  if (!(error instanceof IssueFormError)) throw error;
  console.error(`::error title=The form cannot be read::${error.message}`);
  process.exitCode = 1;
}
