import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

import { selfSigned } from './certificate.ts';

/** A mail as a server has taken it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
  readonly bytes: Buffer;
}

/** A server on this machine, and what it has taken. */
export interface TestServer {
  readonly port: number;
  readonly taken: readonly TakenMail[];
}

export const USER = 'keeper@example.org';
/** With every sign that an address has to write otherwise. */
export const PASSWORD = 'p@ss:w/rd%#?';

/** An address of a server as people write it in `SMTP_URL`. */
export function smtpUrl(
  port: number,
  { scheme = 'smtp', host = '127.0.0.1', password = PASSWORD } = {},
): string {
  const login = `${encodeURIComponent(USER)}:${encodeURIComponent(password)}`;
  return `${scheme}://${login}@${host}:${String(port)}`;
}

/** An error that a server answers with. */
export function refusal(text: string, responseCode: number): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Starts a mail server that takes every mail of `USER`; it stops with the test. */
export async function smtpServer(options: SMTPServerOptions = {}): Promise<TestServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: false,
    disableReverseLookup: true,
    closeTimeout: 100,
    ...selfSigned('127.0.0.1'),
    onAuth: ({ username, password }, _, done) => {
      if (username === USER && password === PASSWORD) done(null, { user: username });
      // Some servers repeat what they were given.
      else done(refusal(`No such user or password: ${String(password)}`, 535));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isEncrypted: session.secure,
          user: session.user as string | undefined,
          bytes: Buffer.concat(chunks),
        });
        done();
      });
    },
    ...options,
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => undefined);
  const { port } = await new Promise<AddressInfo>((settle) => {
    const listening = server.listen(0, '0.0.0.0', () => {
      settle(listening.address() as AddressInfo);
    });
  });
  onTestFinished(
    () =>
      new Promise((settle) => {
        server.close(() => {
          settle();
        });
      }),
  );
  return { port, taken };
}
