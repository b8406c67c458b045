import type { NodemailerError } from 'nodemailer';
import { describe, expect, test } from 'vitest';

import { failureOf } from '../../src/cli/mail-failure.ts';
import { readSmtpServer } from '../../src/cli/smtp-server.ts';

const SERVER = readSmtpServer('smtps://keeper:p%40ss@mail.example.org');

function failure(message: string, more: Partial<NodemailerError>): string {
  return failureOf(Object.assign(new Error(message), more), SERVER);
}

describe('failureOf', () => {
  test('tells a host that is not there from one that does not answer', () => {
    expect(failure('getaddrinfo ENOTFOUND mail.example.org', { code: 'EDNS' })).toBe(
      'mail.example.org:465: There is no such host. Correct it in SMTP_URL. [EDNS]',
    );
    expect(failure('Timeout', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' })).toContain(
      'The server does not answer.',
    );
  });

  test('says that a mail may be on its way where nobody knows', () => {
    expect(failure('Timeout', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' })).toBe(
      'mail.example.org:465: The server stopped answering. It may have taken the mail: look before you ' +
        'send it again. [ETIMEDOUT]',
    );
  });

  test('has the answer of the server in one line, without the password', () => {
    const response = '535-No:\r\n535 p@ss p%40ss cEBzcw== \u202eAGtlZXBlcgBwQHNz.';
    expect(failure('Invalid login', { code: 'EAUTH', response })).toBe(
      'mail.example.org:465: The server does not take this user and password: 535-No: 535 … … … …. ' +
        'Correct them in SMTP_URL. [EAUTH]',
    );
  });

  test('passes on what it does not know', () => {
    expect(failure('Something else.', {})).toBe(
      'mail.example.org:465: The connection failed: Something else. Check host, port and smtp:// or ' +
        'smtps:// in SMTP_URL. [unknown]',
    );
  });
});
