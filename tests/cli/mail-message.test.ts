import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';

import { defaultSettings, type Settings } from '../../src/archive/settings.ts';
import { hasInvisible } from '../../src/digest/decode.ts';
import { mailMessage } from '../../src/cli/mail-message.ts';
import { type DigestMail, digestMail } from '../../src/publish/mail/digest-mail.ts';
import { listHeaders, messageId } from '../../src/publish/mail/list-headers.ts';
import { mailContents } from '../../src/publish/mail/mail-contents.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { abstractOn, archiveOf, blocks, day, digestOf } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 100 });

const DATE = day('2025-03-11');
const URLS = siteUrls('/archive', 'https://papers.example.org');
const GOLDEN = '../fixtures/mail/2025-03-11.eml';

const SETTINGS: Partial<Settings> = {
  title: 'Möwen daily',
  mail: {
    from: 'keeper@example.org',
    to: 'gulls@lists.example.org',
    subscribe: 'mailto:gulls-join@lists.example.org',
    unsubscribe: 'https://lists.example.org/gulls/leave',
    oneClick: true,
  },
};
const FILES = {
  '2025-03-10.txt': digestOf('Terns on a Pier'),
  '2025-03-11.txt': blocks(
    'Terns on a Pier',
    abstractOn('terns'),
    'Gulls & <Jars>: $x^2$ 灯',
    `${abstractOn('gulls')} More is at https://example.org/gulls.`,
    'Tides',
    abstractOn('tides'),
  ),
};
const NOTES = { tides: '---\nauthors: [Jane Doe, "Müller, Karl"]\n---\n' };

async function messageOf(mail: DigestMail, some: Partial<Settings> = {}): Promise<Buffer> {
  const settings = { ...defaultSettings, ...some };
  const bytes = await mailMessage(mail, {
    from: { name: settings.title, address: settings.mail.from ?? 'keeper@example.org' },
    to: [settings.mail.to ?? 'gulls@lists.example.org'],
    date: new Date(DATE),
    messageId: messageId(DATE, 'https://papers.example.org/archive/'),
    headers: listHeaders(settings, URLS) ?? [],
  });
  return Buffer.from(bytes);
}

function mailOf(
  files: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
  notes: Readonly<Record<string, string>> = {},
): DigestMail {
  const contents = mailContents(archiveOf(files, settings, notes), DATE, URLS);
  if (contents === undefined) throw new Error('There is no such date.');
  return digestMail(contents);
}

/** The names of the headers of a message, in lower case. */
function headerNames(message: Buffer): readonly string[] {
  const head = message.toString('latin1').split('\r\n\r\n')[0] ?? '';
  const unfolded = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  return unfolded.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}

const EXPECTED = [
  ...['subject', 'list-id', 'list-archive', 'auto-submitted', 'content-language', 'from', 'to'],
  ...['message-id', 'date', 'mime-version', 'content-type'],
];

describe('mailMessage', () => {
  const mail = mailOf(FILES, SETTINGS, NOTES);

  test('gives the same bytes each time', async () => {
    const message = await messageOf(mail, SETTINGS);
    await expect(message.toString('latin1')).toMatchFileSnapshot(GOLDEN);
    expect(message.equals(await messageOf(mail, SETTINGS))).toBe(true);
  });

  test('is read back as it was written', async () => {
    const parsed = await simpleParser(await messageOf(mail, SETTINGS));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.attachments).toEqual([]);
    expect(parsed.from?.value).toEqual([{ name: 'Möwen daily', address: 'keeper@example.org' }]);
    expect([parsed.to].flat()[0]?.text).toBe('gulls@lists.example.org');
    expect(parsed.messageId).toBe('<2025-03-11.archive@papers.example.org>');
    expect(parsed.date).toEqual(new Date('2025-03-11T00:00:00Z'));
    expect(parsed.headers.get('list')).toMatchObject({
      id: { name: 'archive.papers.example.org' },
      archive: { url: 'https://papers.example.org/archive/dates/' },
      subscribe: { mail: 'gulls-join@lists.example.org' },
      unsubscribe: { url: 'https://lists.example.org/gulls/leave' },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    });
  });

  test('holds ASCII in short lines that end in CR LF, and ends with its last part', async () => {
    const message = (await messageOf(mail, SETTINGS)).toString('latin1');
    expect(message).toMatch(/^[\r\n -~]*$/);
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(message.trimEnd()).toMatch(/\r\n--=_-offprint-Part_1--$/);
  });

  test('has no recipient where none is known, and shows none', async () => {
    const bytes = await mailMessage(mail, {
      from: { name: 'Gulls', address: 'keeper@example.org' },
      to: [],
      date: new Date(DATE),
      messageId: '<a@example.org>',
      headers: [],
    });
    expect(headerNames(Buffer.from(bytes))).not.toContain('to');
  });

  test('takes no part of a digest for the end of a part', async () => {
    const boundary = '--=_-offprint-Part_1--';
    const text = blocks(boundary, `${boundary} ${abstractOn('gulls')} ${boundary}`);
    const {
      text: read,
      html,
      attachments,
    } = await simpleParser(await messageOf(mailOf({ '2025-03-11.txt': text })));
    expect(read).toContain(`1.  ${boundary}\n`);
    expect(html).toContain('</html>');
    expect(attachments).toEqual([]);
  });
});

describe('a header', () => {
  /** What people may try to put into one. */
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\u2028',
          '\0',
          ' ',
          '"',
          '\\',
          ',',
          ';',
          '(',
          '<',
          '>',
        ),
        fc.constantFrom(
          'Bcc: a@example.org',
          'Subject: x',
          '\r\n\r\n<p>',
          '=?utf-8?Q?a=0D=0ABcc:_x?=',
        ),
        fc.constantFrom('=?utf-8?B?Qg==?=', '=?', '?=', 'é', '灯', 'a@example.org', '\u202e'),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((pieces) => pieces.join(''))
    .filter((each) => each.isWellFormed() && /\p{L}/u.test(each));

  test('can be added by no title of a paper', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (written) => {
        // As decoding leaves a title.
        const title = written.replace(/\s+/g, ' ').trim();
        fc.pre(!hasInvisible(title));
        const archive = archiveOf({ '2025-03-11.txt': blocks(title, abstractOn('gulls')) });
        const contents = mailContents(archive, DATE, URLS);
        fc.pre(contents !== undefined);
        const mail = digestMail(contents);
        const message = await messageOf(mail);
        expect(headerNames(message)).toEqual(EXPECTED);
        const { text, html } = await simpleParser(message);
        expect([text, html]).toEqual([mail.text, mail.html]);
      }),
    );
  });

  test('can be added by no setting, even one that nothing has checked', async () => {
    const mail = mailOf(FILES);
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const settings: Partial<Settings> = {
          title: text,
          language: text,
          mail: { oneClick: true, id: text, subscribe: text, unsubscribe: text },
        };
        const message = await messageOf({ ...mail, subject: text }, settings);
        const more = ['list-subscribe', 'list-unsubscribe', 'list-unsubscribe-post'];
        const names = new Set(headerNames(message));
        for (const name of names) expect([...EXPECTED, ...more]).toContain(name);
        expect(headerNames(message)).toHaveLength(names.size);
        const head = message.toString('latin1').split('\r\n\r\n')[0] ?? '';
        expect(head).toMatch(/^[\r\n -~]*$/);
        const { bcc, cc, to, text: read } = await simpleParser(message);
        expect([bcc, cc]).toEqual([undefined, undefined]);
        expect([to].flat().map((each) => each?.text)).toEqual(['gulls@lists.example.org']);
        expect(read).toBe(mail.text);
      }),
    );
  });

  test('has an encoded subject as text, and no name that would be decoded', async () => {
    const title = '=?utf-8?Q?Bcc:_a=40example.org?= =?utf-8?Q?b?=';
    const { subject, from } = await simpleParser(
      await messageOf(mailOf(FILES, { title }), { title }),
    );
    expect(subject).toBe(`${title}, 11 March 2025: 2 new papers, 1 paper seen before`);
    expect(from?.value).toEqual([{ name: '', address: 'keeper@example.org' }]);
  });
});
