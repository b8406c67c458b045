import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';

import type { DigestMail } from '../publish/mail/digest-mail.ts';
import type { MailHeader } from '../publish/mail/list-headers.ts';

/** Who writes to whom, when, and what else the headers say. Addresses are checked ones. */
export interface Envelope {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly date: Date;
  readonly messageId: string;
  readonly headers: readonly MailHeader[];
}

/**
 * A mail as it is kept in a file and sent (RFC 5322), its text and its HTML as alternatives (RFC 2046,
 * section 5.1.4). The same mail gives the same bytes.
 */
export async function mailMessage(mail: DigestMail, envelope: Envelope): Promise<Uint8Array> {
  const { from, to, date, messageId, headers } = envelope;
  const composer = new MailComposer({
    // Some programs decode what looks encoded even where it is quoted; then the address alone has to do.
    from: from.name.includes(ENCODED) ? { name: '', address: from.address } : { ...from },
    to: to.map((address) => ({ name: '', address })),
    date,
    messageId,
    headers: [['Subject', encoded(mail.subject)] as const, ...headers].map(([key, value]) => ({
      key,
      // As it stands: all of it is ASCII.
      value: { prepared: true, foldLines: true, value },
    })),
    text: mail.text,
    html: mail.html,
    // Keeps every line short, whatever the text.
    encoding: 'quoted-printable',
    // “=_” stands in no quoted-printable text (RFC 2045, section 6.7), so that no digest can end a part.
    boundaryPrefix: '=_',
    baseBoundary: 'offprint',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** What an encoded word starts with (RFC 2047, section 2). */
const ENCODED = '=?';

/** A subject as encoded words (RFC 2047) where it is not plain ASCII, or looks as if it were encoded already. */
function encoded(text: string): string {
  return /^[ -~]*$/.test(text) && !text.includes(ENCODED) ? text : encodeWord(text, 'Q', 52);
}
