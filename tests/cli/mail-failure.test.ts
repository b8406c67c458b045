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

  test('has the answer of the server in one line', () => {
    const response = '550-No:\r\n550 \u202esuch list.';
    const more = { code: 'EENVELOPE', command: 'RCPT TO', recipient: 'a@example.org', response };
    expect(failure('Refused', more)).toBe(
      'mail.example.org:465: The server does not take mail for a@example.org: 550-No: 550 such list. ' +
        'Correct “mail.to” or --to. [EENVELOPE]',
    );
  });

  test.each([
    '535 hunter2. w.',
    '535 hunter2.%20w.',
    '535-bad hunter2.\r\n535 w.',
    '535 certificate hunter2. w.',
    '535-aHVudGVyMi4gdy4=\r\n535 AGtlZXBlcgBodW50ZXIyLiB3Lg==',
  ])('has only the reply code of what a server says to a login: %j', (response) => {
    const server = readSmtpServer('smtps://keeper:hunter2.%20w.@mail.example.org');
    const shown = (more: Partial<NodemailerError>): string =>
      failureOf(Object.assign(new Error(`Failed: ${response}`), { response, ...more }), server);
    expect(shown({ code: 'EAUTH', command: 'AUTH PLAIN' })).toBe(
      'mail.example.org:465: The server does not take this user and password: reply code 535. ' +
        'Correct them in SMTP_URL. [EAUTH]',
    );
    expect(shown({ code: 'ECONNECTION', command: 'CONN' })).toBe(
      'mail.example.org:465: The connection failed: reply code 535. Check host, port and smtp:// or ' +
        'smtps:// in SMTP_URL. [ECONNECTION]',
    );
  });

  test('does not blame the recipient where the server refuses the message', () => {
    const more = { code: 'EENVELOPE', command: 'DATA', response: '554 Looks like spam' };
    expect(failure('Data command failed', more)).toBe(
      'mail.example.org:465: The server refused the mail: 554 Looks like spam. ' +
        'Ask who runs it, or choose another in SMTP_URL. [EENVELOPE]',
    );
  });

  test('shows nothing of an answer to a login that is no reply', () => {
    const more = { code: 'EAUTH', command: 'AUTH PLAIN', response: '123456' };
    expect(failure('Invalid login: 123456', more)).toContain('password: a reply without a code.');
  });

  test('has the answer of a server that takes no password', () => {
    const error = Object.assign(new Error('Closed'), { command: 'CONN', response: '421 Too busy' });
    const server = readSmtpServer('smtp://localhost');
    expect(failureOf(error, server)).toContain('The connection failed: 421 Too busy.');
  });

  test('passes on what it does not know', () => {
    expect(failure('Something else.', {})).toBe(
      'mail.example.org:465: The connection failed: Something else. Check host, port and smtp:// or ' +
        'smtps:// in SMTP_URL. [unknown]',
    );
  });
});
