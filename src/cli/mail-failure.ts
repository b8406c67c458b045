import type { NodemailerError } from 'nodemailer';

import type { SmtpServer } from './smtp-server.ts';

/**
 * Why a mail was not sent, as a message for a user: place, fact, fix, and Nodemailer's code. What a server says
 * to a login is no part of it, as some servers repeat the password.
 */
export function failureOf(error: NodemailerError, server: SmtpServer): string {
  const place = `${server.host}:${String(server.port)}`;
  const said = saidIn(error, server);
  return `${place}: ${explanationOf(error, said)} [${error.code ?? 'unknown'}]`;
}

function explanationOf(error: NodemailerError, said: string): string {
  if (error.response === undefined && /certificate|altname/i.test(said))
    return (
      `The certificate of the server is not trusted: ${said}. Write the host in SMTP_URL as the ` +
      'certificate does; one of your own making is trusted when NODE_EXTRA_CA_CERTS names its file.'
    );
  switch (error.code) {
    case 'EDNS':
      return 'There is no such host. Correct it in SMTP_URL.';
    case 'ETIMEDOUT':
      return error.timeoutType === 'SOCKET_TIMEOUT'
        ? 'The server stopped answering. It may have taken the mail: look before you send it again.'
        : 'The server does not answer. Check host and port in SMTP_URL, and whether this network lets ' +
            'mail out; --timeout waits longer.';
    case 'ETLS':
      return (
        `The server does not encrypt the connection when asked to (STARTTLS): ${said}. ` +
        'If it does so from the start, write smtps:// in SMTP_URL.'
      );
    case 'EAUTH':
      return `The server does not take this user and password: ${said}. Correct them in SMTP_URL.`;
    case 'EENVELOPE':
    case 'EMESSAGE':
      return refusalOf(error, said);
    default:
      return `The connection failed: ${said}. Check host, port and smtp:// or smtps:// in SMTP_URL.`;
  }
}

/** Nodemailer counts an answer to DATA to the envelope, and a message too large for MAIL FROM to the message. */
function refusalOf(error: NodemailerError, said: string): string {
  if (error.code === 'EMESSAGE' || error.command === 'DATA')
    return `The server refused the mail: ${said}. Ask who runs it, or choose another in SMTP_URL.`;
  return error.command === 'MAIL FROM'
    ? `The server does not send for this address: ${said}. Set “mail.from” to one that it knows.`
    : `The server does not take mail for ${recipientsOf(error)}: ${said}. Correct “mail.to” or --to.`;
}

function recipientsOf({ recipient, rejected = [] }: NodemailerError): string {
  return recipient ?? (rejected.length > 0 ? rejected.join(', ') : 'the recipient');
}

/**
 * Commands before a login, which no password was sent to, and after it, when the password was taken. What ends
 * a connection (`CONN`) may be the answer to a login, too.
 */
const WITHOUT_PASSWORD = /^(?:EHLO|HELO|STARTTLS|MAIL FROM|RCPT TO|DATA)$/;

/** What a server said, in one line; of what may be its answer to a login, the reply code alone. */
function saidIn(
  { response, message, command = '' }: NodemailerError,
  { login }: SmtpServer,
): string {
  if (response === undefined) return oneLine(message);
  if (login === undefined || WITHOUT_PASSWORD.test(command)) return oneLine(response);
  const [code] = REPLY_CODE.exec(response) ?? [];
  return code === undefined ? 'a reply without a code' : `reply code ${code}`;
}

/** RFC 5321, section 4.2. */
const REPLY_CODE = /^[2-5]\d\d(?=[ -]|$)/;

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
}
