import { describe, expect, test } from 'vitest';

import { defaultSettings, type Settings } from '../../../src/archive/settings.ts';
import { listHeaders, messageId } from '../../../src/publish/mail/list-headers.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { day } from '../../helpers.ts';

const URLS = siteUrls('/archive', 'https://papers.example.org');

function headersWith(mail: Partial<Settings['mail']>): Readonly<Record<string, string>> {
  const settings = { ...defaultSettings, mail: { ...defaultSettings.mail, ...mail } };
  return Object.fromEntries(listHeaders(settings, URLS) ?? []);
}

describe('listHeaders', () => {
  test('name the list after the site, and say where it is kept and that no answer is wanted', () => {
    expect(headersWith({})).toEqual({
      'List-Id': '<archive.papers.example.org>',
      'List-Archive': '<https://papers.example.org/archive/dates/>',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'en',
    });
  });

  test('say how to join and leave where that is known', () => {
    expect(
      headersWith({
        id: 'gulls.example.org',
        subscribe: 'https://example.org/join',
        unsubscribe: 'mailto:leave@example.org',
      }),
    ).toMatchObject({
      'List-Id': '<gulls.example.org>',
      'List-Subscribe': '<https://example.org/join>',
      'List-Unsubscribe': '<mailto:leave@example.org>',
    });
  });

  test('promise one click only where the settings do', () => {
    const unsubscribe = 'https://example.org/leave';
    expect(headersWith({ unsubscribe })).not.toHaveProperty('List-Unsubscribe-Post');
    expect(headersWith({ unsubscribe, oneClick: true })).toMatchObject({
      'List-Unsubscribe': '<https://example.org/leave>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  test('are none where the address of the site is not known', () => {
    expect(listHeaders(defaultSettings, siteUrls('/', undefined))).toBeUndefined();
  });

  test('are one line each, whatever a setting holds', () => {
    const unsubscribe = 'https://example.org/\r\nBcc: a@example.org';
    expect(headersWith({ unsubscribe })['List-Unsubscribe']).toBe(
      '<https://example.org/Bcc: a@example.org>',
    );
  });

  test.each([
    ['https://papers.example.org/', '<digests.papers.example.org>'],
    ['https://example.org/a/b.c/', '<a.b.c.example.org>'],
    ['http://localhost:4321/', '<digests.localhost>'],
    ['http://[::1]:4321/', '<digests.1>'],
  ])('a list of %s is %s unless it says otherwise', (home, id) => {
    const { origin, pathname } = new URL(home);
    const headers = Object.fromEntries(
      listHeaders(defaultSettings, siteUrls(pathname, origin)) ?? [],
    );
    expect(headers['List-Id']).toBe(id);
  });
});

describe('messageId', () => {
  test('is made of the date and the site, and nothing else', () => {
    expect(messageId(day('2025-03-11'), 'https://papers.example.org/archive/')).toBe(
      '<2025-03-11.archive@papers.example.org>',
    );
    expect(messageId(day('2025-03-11'), 'https://papers.example.org/')).toBe(
      '<2025-03-11.digests@papers.example.org>',
    );
  });
});
