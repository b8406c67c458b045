import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { mailCommand } from '../../src/cli/mail-command.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { abstractOn, blocks, digestOf } from '../helpers.ts';
import { PROJECT, userEnvironment } from '../site/build.ts';
import { selfSigned } from './certificate.ts';
import { contentOf, filesIn, folderOf, run } from './command.ts';
import { PASSWORD, refusal, smtpServer, smtpUrl, USER } from './smtp.ts';

const SETTINGS = `title: Gulls daily
mail:
  from: keeper@example.org
  to: gulls@lists.example.org
  unsubscribe: mailto:gulls-leave@lists.example.org
`;
const CONTENT = {
  'archive.yaml': SETTINGS,
  'digests/2025-03-10.txt': digestOf('Terns'),
  'digests/2025-03-11.txt': digestOf('Terns', 'Gulls'),
};
const SITE = { SITE_URL: 'https://papers.example.org', BASE_PATH: '/archive' };

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run mail` as a user would; files without a folder are written to `folder`. */
function mail(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const script = join(PROJECT, 'src/cli/mail.ts');
  const options = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [...options, script, ...args], {
      cwd: folder,
      env: { ...userEnvironment(), OFFPRINT_CONTENT: folder, ...SITE, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      settle({ code, out, err });
    });
  });
}

/** What is wrong with a call. */
async function wrongUse(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  content: Readonly<Record<string, string>> = CONTENT,
): Promise<string> {
  for (const [name, value] of Object.entries({ ...SITE, SMTP_URL: '', ...env }))
    vi.stubEnv(name, value);
  const folder = await contentOf(content);
  const error = await run(mailCommand, folder, ...args).catch((thrown: unknown) => thrown);
  if (!(error instanceof TypeError)) expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe('npm run mail', () => {
  test('writes a file that bears its date, whenever it is written', async () => {
    const folder = await contentOf(CONTENT);
    expect(await mail(folder, ['2025-03-11'])).toEqual({
      code: 0,
      out: 'Written: 2025-03-11.eml\n',
      err: '',
    });
    const bytes = await readFile(join(folder, '2025-03-11.eml'));
    const { subject, date, from, to } = await simpleParser(bytes);
    expect(subject).toBe('Gulls daily, 11 March 2025: 1 new paper, 1 paper seen before');
    expect(date).toEqual(new Date('2025-03-11T00:00:00Z'));
    expect([from?.text, [to].flat()[0]?.text]).toEqual([
      '"Gulls daily" <keeper@example.org>',
      'gulls@lists.example.org',
    ]);
  });

  test('writes to the standard output and nothing else there', async () => {
    const folder = await contentOf(CONTENT);
    const { code, out, err } = await mail(folder, ['newest', '--out', '-', '--new-only']);
    expect([code, err]).toEqual([0, '']);
    const { subject, messageId } = await simpleParser(out);
    expect(subject).toBe('Gulls daily, 11 March 2025: 1 new paper');
    expect(messageId).toBe('<2025-03-11.archive@papers.example.org>');
    expect(Object.keys(await filesIn(folder)).sort()).toEqual(Object.keys(CONTENT).sort());
  });

  test('says that it runs by npm, and how', async () => {
    const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(scripts['mail']).toMatch(/ src\/cli\/mail\.ts$/);
    const { code, out } = await mail(await contentOf({}), ['--help'], { SITE_URL: '' });
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: npm run mail -- DATE /);
  });

  test('does nothing where nothing is new and only that is asked for', async () => {
    const folder = await contentOf({ ...CONTENT, 'digests/2025-03-12.txt': digestOf('Terns') });
    const { code, out } = await mail(folder, ['newest', '--new-only']);
    expect([code, out]).toEqual([0, 'There is no new paper on 2025-03-12: no mail.\n']);
  });

  test('mails nothing of a content with errors unless it is told to keep going', async () => {
    const folder = await contentOf({ ...CONTENT, 'digests/2025-02-30.txt': digestOf('Tides') });
    const { code, out, err } = await mail(folder, ['newest']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/2025-02-30\.txt:1:1 error .*\n1 error\. Correct them, or mail what is/);
    const kept = await mail(folder, ['newest', '--keep-going']);
    expect([kept.code, kept.out]).toEqual([0, 'Written: 2025-03-11.eml\n']);
  });
});

describe('npm run mail, called wrongly,', () => {
  test('ends with 2 and does nothing', async () => {
    const folder = await contentOf(CONTENT);
    expect(await mail(folder, [])).toEqual({
      code: 2,
      out: '',
      err: 'Which date? npm run mail -- 2025-03-11, or npm run mail -- newest\n',
    });
  });

  test('asks for one date that there is', async () => {
    expect(await wrongUse([])).toBe(
      'Which date? npm run mail -- 2025-03-11, or npm run mail -- newest',
    );
    expect(await wrongUse(['2025-03-11', '2025-03-10'])).toContain('Which date?');
    expect(await wrongUse(['yesterday'])).toBe(
      'The date has to be a day such as 2025-03-11, or “newest”: “yesterday”.',
    );
    expect(await wrongUse(['2025-03-12'])).toBe(
      'There is no digest of 2025-03-12 in the archive. The newest is 2025-03-11.',
    );
    expect(await wrongUse(['newest'], {}, { 'archive.yaml': SETTINGS })).toContain(
      'There is no date in the archive yet.',
    );
  });

  test('names the date that has taken the place of another', async () => {
    const note = { 'notes/dates/2025-03-12.mdx': '---\nsameAs: 2025-03-11\n---' };
    expect(await wrongUse(['2025-03-12'], {}, { ...CONTENT, ...note })).toBe(
      'There is no digest of 2025-03-12 in the archive. It is now 2025-03-11.',
    );
  });

  test('says what it needs to know', async () => {
    expect(await wrongUse(['newest'], { SITE_URL: '' })).toBe(
      'SITE_URL is not set, and the links of a mail need the address of the site. ' +
        'Set it: SITE_URL=https://example.org npm run mail -- newest',
    );
    const without = (line: RegExp): Readonly<Record<string, string>> => ({
      ...CONTENT,
      'archive.yaml': SETTINGS.replace(line, ''),
    });
    expect(await wrongUse(['newest'], {}, without(/ {2}from.*\n/))).toBe(
      'archive.yaml does not say whom mail is from. Add a line “mail:” and below it ' +
        '“  from: papers@example.org”.',
    );
    const server = { SMTP_URL: 'smtp://localhost' };
    expect(await wrongUse(['newest', '--send'], server, without(/ {2}to.*\n/))).toContain(
      'Nobody is named as recipient. Set “mail.to” in archive.yaml',
    );
    expect(await wrongUse(['newest', '--send'])).toContain('SMTP_URL is not set');
  });

  test.each([
    [['--to', 'Gulls <a@example.org>'], '--to takes a mail address alone'],
    [['--to', 'a@example.org\nBcc: b@example.org'], '--to takes a mail address alone'],
    [['--timeout', '0'], '--timeout takes seconds, from 1 to 9999: “0”.'],
    [['--out', 'nowhere/a.eml'], 'There is no folder to write nowhere/a.eml to.'],
    [['--out', 'tests'], 'tests is a folder and no file.'],
    [['--bcc', 'a@example.org'], "Unknown option '--bcc'"],
  ])('refuses %j', async (args, message) => {
    expect(await wrongUse(['newest', ...args])).toContain(message);
  });
});

describe('npm run mail -- --send', () => {
  test('hands the mail to the server, with the time that it is sent at, and writes no file', async () => {
    const folder = await contentOf(CONTENT);
    const { port, taken } = await smtpServer();
    const before = Math.floor(Date.now() / 1000) * 1000;
    expect(await mail(folder, ['newest', '--send'], { SMTP_URL: smtpUrl(port) })).toEqual({
      code: 0,
      out: 'Sent to gulls@lists.example.org: Gulls daily, 11 March 2025: 1 new paper, 1 paper seen before\n',
      err: '',
    });
    expect(taken).toMatchObject([
      {
        from: 'keeper@example.org',
        to: ['gulls@lists.example.org'],
        isEncrypted: true,
        user: USER,
      },
    ]);
    const { date, text, html, headers } = await simpleParser(taken[0]?.bytes ?? '');
    expect(date?.getTime()).toBeGreaterThanOrEqual(before);
    expect(text).toContain('1.  Gulls\n');
    expect(html).toContain('<h2>Seen before</h2>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(existsSync(join(folder, '2025-03-11.eml'))).toBe(false);
  });

  test('sends what the file holds, but for the time', async () => {
    const folder = await contentOf(CONTENT);
    const { port, taken } = await smtpServer();
    const args = ['newest', '--send', '--out', 'a.eml', '--to', 'a@example.org'];
    const { code } = await mail(folder, [...args, '--to', 'b@example.org'], {
      SMTP_URL: smtpUrl(port),
    });
    expect(code).toBe(0);
    expect(taken[0]?.to).toEqual(['a@example.org', 'b@example.org']);
    const undated = (message: string): string => message.replace(/^Date: .*$/m, 'Date:').trim();
    const written = await readFile(join(folder, 'a.eml'), 'utf8');
    expect(undated(taken[0]?.bytes.toString() ?? '')).toBe(undated(written));
  });

  test('speaks TLS from the start to smtps://', async () => {
    const { port, taken } = await smtpServer({ secure: true });
    const url = smtpUrl(port, { scheme: 'smtps', host: 'localhost' });
    const { code, err } = await mail(await contentOf(CONTENT), ['newest', '--send'], {
      SMTP_URL: url,
    });
    expect([code, err]).toEqual([0, '']);
    expect(taken[0]?.isEncrypted).toBe(true);
  });

  test('needs no user for a server on this machine, nor TLS', async () => {
    const { port, taken } = await smtpServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
    });
    const { code } = await mail(await contentOf(CONTENT), ['newest', '--send'], {
      SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
    });
    expect(code).toBe(0);
    expect(taken).toMatchObject([{ isEncrypted: false, user: undefined }]);
  });
});

// Every system but Windows takes this address for the machine itself; the command takes it for another one.
describe.skipIf(process.platform === 'win32')('a server elsewhere', () => {
  const host = '0.0.0.0';

  test('is sent nothing, not even the user, when it does not encrypt', async () => {
    let logins = 0;
    const { port, taken } = await smtpServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => {
        logins += 1;
        done(null, { user: USER });
      },
    });
    const { code, err } = await mail(await contentOf(CONTENT), ['newest', '--send'], {
      SMTP_URL: smtpUrl(port, { host }),
    });
    expect(code).toBe(1);
    expect(err).toContain('The server does not encrypt the connection when asked to (STARTTLS)');
    expect([logins, taken]).toEqual([0, []]);
  });

  test.each(['smtp', 'smtps'])('has to have a certificate that is trusted: %s', async (scheme) => {
    const { key, cert } = selfSigned(host);
    const { port, taken } = await smtpServer({ secure: scheme === 'smtps', key, cert });
    const folder = await contentOf(CONTENT);
    const authorities = join(await folderOf({ 'ca.pem': cert }), 'ca.pem');
    const env = { SMTP_URL: smtpUrl(port, { host, scheme }) };
    const refused = await mail(folder, ['newest', '--send'], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('The certificate of the server is not trusted: ');
    expect(taken).toEqual([]);
    const trusted = await mail(folder, ['newest', '--send'], {
      ...env,
      NODE_EXTRA_CA_CERTS: authorities,
    });
    expect([trusted.code, trusted.err]).toEqual([0, '']);
    expect(taken).toMatchObject([{ isEncrypted: true, user: USER }]);
  });
});

describe('a mail that is not sent', () => {
  /** Everything that is printed; the password is not in it, in no form. */
  async function failure(
    url: string,
    args: readonly string[] = [],
    password = PASSWORD,
  ): Promise<string> {
    const folder = await contentOf(CONTENT);
    const { code, out, err } = await mail(folder, ['newest', '--send', ...args], { SMTP_URL: url });
    expect(code).toBe(1);
    const forms = [
      password,
      encodeURIComponent(password),
      Buffer.from(password).toString('base64'),
      Buffer.from(`\0${USER}\0${password}`).toString('base64'),
    ];
    for (const form of forms) expect(out + err).not.toContain(form);
    return (out + err).replace(/:\d{4,5}(?=:)/, ':PORT');
  }

  test('because no server is there', async () => {
    const listener = createServer();
    await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle));
    const { port } = listener.address() as AddressInfo;
    await new Promise((settle) => listener.close(settle));
    expect(await failure(smtpUrl(port))).toMatch(
      /^127\.0\.0\.1:PORT: The connection failed: .*ECONNREFUSED.*\. Check host, port and smtp:\/\/ or smtps:\/\/ in SMTP_URL\. \[ESOCKET\]\n$/,
    );
  });

  test('because the server does not answer', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((settle) => silent.listen(0, '127.0.0.1', settle));
    onTestFinished(() => {
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    expect(await failure(smtpUrl(port), ['--timeout', '1'])).toBe(
      '127.0.0.1:PORT: The server does not answer. Check host and port in SMTP_URL, and whether this ' +
        'network lets mail out; --timeout waits longer. [ETIMEDOUT]\n',
    );
  });

  test('because the server does not take the password, which it repeats', async () => {
    const { port } = await smtpServer();
    const password = 'another p@ss';
    expect(await failure(smtpUrl(port, { password }), [], password)).toBe(
      '127.0.0.1:PORT: The server does not take this user and password: reply code 535. ' +
        'Correct them in SMTP_URL. [EAUTH]\n',
    );
  });

  test('because the server asks for no password where one is to be given', async () => {
    const { port, taken } = await smtpServer({ disabledCommands: ['AUTH'], authOptional: true });
    expect(await failure(smtpUrl(port))).toContain('[EAUTH]');
    expect(taken).toEqual([]);
  });

  test('because the server does not send for this address', async () => {
    const { port } = await smtpServer({
      onMailFrom: (_, __, done) => {
        done(refusal('Not yours', 553));
      },
    });
    expect(await failure(smtpUrl(port))).toBe(
      '127.0.0.1:PORT: The server does not send for this address: 553 Not yours. ' +
        'Set “mail.from” to one that it knows. [EENVELOPE]\n',
    );
  });

  test('because the server knows no such recipient', async () => {
    const { port, taken } = await smtpServer({
      onRcptTo: (_, __, done) => {
        done(refusal('No such list', 550));
      },
    });
    expect(await failure(smtpUrl(port))).toBe(
      '127.0.0.1:PORT: The server does not take mail for gulls@lists.example.org: 550 No such list. ' +
        'Correct “mail.to” or --to. [EENVELOPE]\n',
    );
    expect(taken).toEqual([]);
  });

  test('to one of two recipients, and says who gets it', async () => {
    const { port, taken } = await smtpServer({
      onRcptTo: ({ address }, _, done) => {
        done(address === 'b@example.org' ? refusal('Unknown', 550) : null);
      },
    });
    const printed = await failure(smtpUrl(port), [
      '--to',
      'a@example.org',
      '--to',
      'b@example.org',
    ]);
    expect(printed).toContain('Sent to a@example.org: Gulls daily');
    expect(printed).toContain('The server does not take mail for b@example.org: 550 Unknown.');
    expect(taken).toMatchObject([{ to: ['a@example.org'] }]);
  });

  test('because the server refuses it, whose words are no commands', async () => {
    const { port } = await smtpServer({
      onData: (stream, _, done) => {
        stream.resume();
        stream.on('end', () => {
          done(refusal('Looks like spam\u001b[2J', 554));
        });
      },
    });
    expect(await failure(smtpUrl(port))).toBe(
      '127.0.0.1:PORT: The server refused the mail: 554 Looks like spam [2J. ' +
        'Ask who runs it, or choose another in SMTP_URL. [EMESSAGE]\n',
    );
  });
});

test('a mail holds every paper of a date with its whole abstract', async () => {
  const folder = await contentOf({
    ...CONTENT,
    'digests/2025-03-12.txt': blocks('Jars', abstractOn('jars'), 'Shelves', abstractOn('shelves')),
  });
  await writeFile(join(folder, 'archive.yaml'), SETTINGS);
  const { out } = await mail(folder, ['2025-03-12', '--out', '-']);
  const { text = '' } = await simpleParser(out);
  for (const subject of ['jars', 'shelves'])
    expect(text.replace(/\s+/g, ' ')).toContain(abstractOn(subject));
});
