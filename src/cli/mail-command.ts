import { writeFile } from 'node:fs/promises';

import { compileArchive } from '../archive/compile.ts';
import type { Archive } from '../archive/types.ts';
import type { IsoDate } from '../digest/types.ts';
import { readContentFolder } from '../loaders/content-folder.ts';
import { contentFolder, siteAddress } from '../loaders/environment.ts';
import { digestMail } from '../publish/mail/digest-mail.ts';
import { listHeaders, messageId } from '../publish/mail/list-headers.ts';
import { mailContents } from '../publish/mail/mail-contents.ts';
import { type SiteUrls, siteUrls } from '../publish/site-urls.ts';
import { type Envelope, mailMessage } from './mail-message.ts';
import { HELP, type MailOptions, readMailOptions } from './mail-options.ts';
import { inert, reportLines, reportSummary } from './report.ts';
import { sendMail } from './send-mail.ts';
import { checkSitePlace } from './site-place.ts';
import { readSmtpServer } from './smtp-server.ts';
import { exitCodes, UsageError } from './usage.ts';

/** `npm run mail`: writes the mail of a date to a file, or sends it. */
export async function mailCommand(args: readonly string[]): Promise<number> {
  const options = readMailOptions(args);
  if (options === undefined) {
    console.log(HELP);
    return exitCodes.done;
  }
  const urls = readSite(options);
  const server = options.isSent ? readSmtpServer(process.env['SMTP_URL']) : undefined;
  // A mail on the standard output stands there alone.
  const say = (text: string): void => {
    (options.out === '-' ? console.error : console.log)(inert(text));
  };

  const archive = compileArchive(await readContentFolder(contentFolder()));
  if (reportErrors(archive) && !options.keepsGoing) return exitCodes.contentErrors;
  const date = chooseDate(options.date, archive);
  const contents = mailContents(archive, date, urls, options);
  if (!contents?.newPapers.length && !contents?.repeatedPapers.length) {
    say(`There is no new paper on ${date}: no mail.`);
    return exitCodes.done;
  }

  const mail = digestMail(contents);
  const envelope: Omit<Envelope, 'date'> = {
    from: { name: archive.settings.title, address: senderOf(archive) },
    to: recipientsOf(options, archive),
    messageId: messageId(date, urls.whole(urls.home())),
    headers: listHeaders(archive.settings, urls) ?? [],
  };
  const file = options.out ?? (server === undefined ? `${date}.eml` : undefined);
  if (file !== undefined) {
    // The same content gives the same file, whatever the clock says.
    await write(file, await mailMessage(mail, { ...envelope, date: new Date(date) }));
    if (file !== '-') say(`Written: ${file}`);
  }
  if (server === undefined) return exitCodes.done;

  const message = await mailMessage(mail, { ...envelope, date: new Date() });
  const { from, to } = envelope;
  const sent = await sendMail(message, { from: from.address, to }, server, options.seconds);
  if (sent.accepted.length > 0) say(`Sent to ${sent.accepted.join(', ')}: ${mail.subject}`);
  if (sent.failure === undefined) return exitCodes.done;
  console.error(inert(sent.failure));
  return exitCodes.contentErrors;
}

/** Prints every error of the content; true when there are any. */
function reportErrors({ problems }: Archive): boolean {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const line of reportLines(errors, contentFolder())) console.error(line);
  if (errors.length === 0) return false;
  console.error(`${reportSummary(errors)}. Correct them, or mail what is sound: --keep-going`);
  return true;
}

function readSite({ date }: MailOptions): SiteUrls {
  checkSitePlace(process.env);
  const { base, site } = siteAddress();
  const urls = siteUrls(base, site);
  if (!urls.isPlaced)
    throw new UsageError(
      'SITE_URL is not set, and the links of a mail need the address of the site. ' +
        `Set it: SITE_URL=https://example.org npm run mail -- ${date}`,
    );
  return urls;
}

function chooseDate(date: MailOptions['date'], { dates, formerDates }: Archive): IsoDate {
  const newest = dates.at(-1)?.date;
  if (newest === undefined)
    throw new UsageError('There is no date in the archive yet. Add a digest: npm run add -- FILE');
  if (date === 'newest') return newest;
  if (dates.some((issue) => issue.date === date)) return date;
  const movedTo = formerDates.find((former) => former.date === date)?.movedTo;
  const instead = movedTo === undefined ? `The newest is ${newest}` : `It is now ${movedTo}`;
  throw new UsageError(`There is no digest of ${date} in the archive. ${instead}.`);
}

function senderOf({ settings }: Archive): string {
  if (settings.mail.from !== undefined) return settings.mail.from;
  throw new UsageError(
    'archive.yaml does not say whom mail is from. Add a line “mail:” and below it “  from: papers@example.org”.',
  );
}

function recipientsOf({ to, isSent }: MailOptions, { settings }: Archive): readonly string[] {
  const recipients = to ?? (settings.mail.to === undefined ? [] : [settings.mail.to]);
  if (isSent && recipients.length === 0)
    throw new UsageError(
      'Nobody is named as recipient. Set “mail.to” in archive.yaml to the address of the list, ' +
        'or add --to papers@example.org',
    );
  return recipients;
}

async function write(file: string, message: Uint8Array): Promise<void> {
  if (file === '-') {
    process.stdout.write(message);
    return;
  }
  await writeFile(file, message).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UsageError(`There is no folder to write ${file} to.`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder and no file.`);
    throw error;
  });
}
