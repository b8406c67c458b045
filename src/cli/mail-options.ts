import { parseArgs } from 'node:util';

import { isMailAddress } from '../archive/mail-settings.ts';
import { parseIsoDate } from '../digest/dates.ts';
import type { IsoDate } from '../digest/types.ts';
import { UsageError } from './usage.ts';

export const HELP = `Usage: npm run mail -- DATE [--out FILE] [--to ADDRESS]… [--new-only] [--keep-going]
       npm run mail -- DATE --send [--timeout SECONDS] …

Writes the mail of a date, with its new papers first, to a file that mail programs open, or sends it to
the address of a list, whose server sends it on to each subscriber. Nobody is sent mail one by one.

  DATE               2025-03-11, or “newest”
  --out FILE         the file, DATE.eml unless set; “-” is the standard output
  --to ADDRESS       the recipient, in place of “mail.to” in archive.yaml; may be given again, for
                     recipients who may see one another
  --new-only         leave papers out that were seen before
  --send             send it by the server in SMTP_URL; without --out, nothing is written
  --timeout SECONDS  how long to wait for the server to answer, 60 unless set
  --keep-going       mail what is sound although the content has errors

Environment: SITE_URL and BASE_PATH (where the site lives; links need it), OFFPRINT_CONTENT (the content
folder, default: content), SMTP_URL (smtps://user:password@mail.example.org:465; with smtp://…:587 the
server has to start TLS, unless it is on this machine).
Exit code: 0 done; 1 the content has errors, or the mail was not sent to everybody; 2 wrong use.`;

/** What a call of `npm run mail` asks for. */
export interface MailOptions {
  readonly date: IsoDate | 'newest';
  readonly out: string | undefined;
  /** In place of the recipient in the settings; never empty. */
  readonly to: readonly string[] | undefined;
  readonly isNewOnly: boolean;
  readonly isSent: boolean;
  readonly seconds: number;
  readonly keepsGoing: boolean;
}

/**
 * Reads the arguments of `npm run mail`.
 *
 * @returns nothing when help is asked for.
 * @throws UsageError, and what `parseArgs` throws, for a wrong call.
 */
export function readMailOptions(args: readonly string[]): MailOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      to: { type: 'string', multiple: true },
      'new-only': { type: 'boolean', default: false },
      send: { type: 'boolean', default: false },
      timeout: { type: 'string', default: '60' },
      'keep-going': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const [written, ...others] = positionals;
  if (written === undefined || others.length > 0)
    throw new UsageError('Which date? npm run mail -- 2025-03-11, or npm run mail -- newest');
  const stray = values.to?.find((address) => !isMailAddress(address));
  if (stray !== undefined)
    throw new UsageError(
      `--to takes a mail address alone, such as papers@example.org: “${stray}”.`,
    );
  return {
    date: written === 'newest' ? written : readDate(written),
    out: values.out,
    to: values.to,
    isNewOnly: values['new-only'],
    isSent: values.send,
    seconds: readSeconds(values.timeout),
    keepsGoing: values['keep-going'],
  };
}

function readDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined)
    throw new UsageError(`The date has to be a day such as 2025-03-11, or “newest”: “${text}”.`);
  return date;
}

function readSeconds(text: string): number {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (seconds === 0) throw new UsageError(`--timeout takes seconds, from 1 to 9999: “${text}”.`);
  return seconds;
}
