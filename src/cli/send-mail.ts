import { createTransport, type NodemailerError } from 'nodemailer';
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';

import { failureOf } from './mail-failure.ts';
import type { SmtpServer } from './smtp-server.ts';

/** What a server made of a mail. */
export interface Delivery {
  readonly accepted: readonly string[];
  /** What went wrong, as a message for a user, if anything did: place, fact, fix. */
  readonly failure?: string;
}

/**
 * Hands a mail to a server.
 *
 * @param seconds how long to wait for the server to answer at all.
 * @returns who will get it, and what went wrong. Nothing that the password is part of.
 */
export async function sendMail(
  message: Uint8Array,
  envelope: { readonly from: string; readonly to: readonly string[] },
  server: SmtpServer,
  seconds: number,
): Promise<Delivery> {
  const transport = createTransport(transportOptions(server, seconds));
  try {
    const { accepted, rejectedErrors = [] } = await transport.sendMail({
      envelope: { from: envelope.from, to: [...envelope.to] },
      raw: Buffer.from(message),
    });
    const failure = rejectedErrors.map((error) => failureOf(error, server)).join('\n');
    return failure === '' ? { accepted } : { accepted, failure };
  } catch (error) {
    return { accepted: [], failure: failureOf(error as NodemailerError, server) };
  } finally {
    transport.close();
  }
}

/** A server may look a mail through for minutes before it takes it (RFC 5321, section 4.5.3.2.6). */
const PATIENCE = 10;

/** How Nodemailer is to speak to a server. */
export function transportOptions(server: SmtpServer, seconds: number): SMTPTransportOptions {
  const { host, port, isSecure, isLocal, login } = server;
  const milliseconds = seconds * 1000;
  return {
    host,
    port,
    secure: isSecure,
    // Without it, whoever sits between could keep the connection from being encrypted.
    requireTLS: !isSecure && !isLocal,
    // Servers on the machine itself often have a certificate of their own making.
    ...(isLocal && { tls: { rejectUnauthorized: false } }),
    // Nothing is sent without the login that was asked for, whatever the server offers.
    ...(login && { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    dnsTimeout: milliseconds,
    socketTimeout: milliseconds * PATIENCE,
  };
}
