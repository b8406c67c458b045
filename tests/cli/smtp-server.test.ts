import { describe, expect, test } from 'vitest';

import { transportOptions } from '../../src/cli/send-mail.ts';
import { readSmtpServer } from '../../src/cli/smtp-server.ts';
import { UsageError } from '../../src/cli/usage.ts';

describe('readSmtpServer', () => {
  test('reads host, port, user and password', () => {
    expect(
      readSmtpServer('smtps://keeper%40example.org:p%40ss%3A%2F@Mail.example.org:4650'),
    ).toEqual({
      host: 'mail.example.org',
      port: 4650,
      isSecure: true,
      isLocal: false,
      login: { user: 'keeper@example.org', password: 'p@ss:/' },
    });
  });

  test('knows the usual ports, and that a server may need no user', () => {
    expect(readSmtpServer('smtps://mail.example.org')).toMatchObject({ port: 465, isSecure: true });
    const open = readSmtpServer('smtp://mail.example.org/');
    expect(open).toMatchObject({ port: 587, isSecure: false });
    expect(open).not.toHaveProperty('login');
  });

  test.each([
    ['smtp://localhost', true],
    ['smtp://LOCALHOST:25', true],
    ['smtp://127.0.0.1', true],
    ['smtp://[::1]:2525', true],
    ['smtp://localhost.example.org', false],
    ['smtp://127.example.org', false],
    ['smtp://10.0.0.1', false],
    ['smtp://[fe80::1]', false],
  ])('%s is on this machine: %s', (url, isLocal) => {
    expect(readSmtpServer(url).isLocal).toBe(isLocal);
  });

  test.each([
    'mail.example.org',
    'https://user:hush@mail.example.org',
    'smtp:user:hush@mail.example.org',
    'smtp://',
    'smtps://user:hu%sh@mail.example.org',
    'smtps://user:hush#1@mail.example.org',
    'smtps://user:hush/1@mail.example.org',
    'smtps://user:hush?1@mail.example.org',
    'smtps://user@mail.example.org',
    'smtps://:hush@mail.example.org',
    'smtps://user:hush@mail.example.org:99999',
    'smtps://user:hush@mail.example.org/inbox',
    'smtps://user:hush@mail example.org',
  ])('%s is no address of a server, and is not repeated', (url) => {
    const message = messageOf(url);
    expect(message).toMatch(/^SMTP_URL is not the address of a mail server\. Write smtps:/);
    expect(message).not.toContain('hush');
    expect(message).not.toContain('hu%sh');
  });

  test.each([undefined, ''])('says what to do where there is none: %j', (url) => {
    expect(messageOf(url)).toMatch(/^SMTP_URL is not set, .* Write smtps:/);
  });

  function messageOf(url: string | undefined): string {
    try {
      readSmtpServer(url);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      return (error as UsageError).message;
    }
    throw new Error('It was read.');
  }
});

describe('transportOptions', () => {
  const optionsOf = (url: string): object => transportOptions(readSmtpServer(url), 60);

  test('make STARTTLS and a trusted certificate a condition but on this machine', () => {
    const elsewhere = optionsOf('smtp://mail.example.org');
    expect(elsewhere).toMatchObject({ secure: false, requireTLS: true });
    expect(elsewhere).not.toHaveProperty('tls');
    expect(optionsOf('smtps://mail.example.org')).toMatchObject({ secure: true });
    expect(optionsOf('smtps://mail.example.org')).not.toHaveProperty('tls');
    expect(optionsOf('smtp://localhost')).toMatchObject({
      requireTLS: false,
      tls: { rejectUnauthorized: false },
    });
  });

  test('wait as long as they are told, and longer while the server looks the mail through', () => {
    expect(optionsOf('smtp://localhost')).toMatchObject({
      connectionTimeout: 60_000,
      greetingTimeout: 60_000,
      dnsTimeout: 60_000,
      socketTimeout: 600_000,
    });
  });
});
