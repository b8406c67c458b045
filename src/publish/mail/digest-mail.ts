import { details, type Detail, smallestDetail } from './detail.ts';
import { mailHtml } from './html.ts';
import type { MailContents } from './mail-contents.ts';
import { mailText } from './plain-text.ts';
import { subjectOf } from './wording.ts';

/** What a reader sees of a mail. */
export interface DigestMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Gmail cuts HTML off at 102 kB. */
const MOST_BYTES = 100_000;

/** The mail of a date, with as much of it as no mail program cuts off. */
export function digestMail(contents: MailContents): DigestMail {
  const isShort = (detail: Detail): boolean =>
    new TextEncoder().encode(mailHtml(contents, detail)).length <= MOST_BYTES;
  const detail = details.find(isShort) ?? smallestDetail;
  return {
    subject: subjectOf(contents),
    text: mailText(contents, detail),
    html: mailHtml(contents, detail),
  };
}
