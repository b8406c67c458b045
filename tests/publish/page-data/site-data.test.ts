import { expect, test } from 'vitest';

import type { Settings } from '../../../src/archive/settings.ts';
import { siteData, type SiteData } from '../../../src/publish/page-data/site-data.ts';
import { archiveOf, digestOf } from '../../helpers.ts';

const of = (settings: Partial<Settings> = {}): SiteData =>
  siteData(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }, settings));

test('the site is called what archive.yaml says', () => {
  const stated = {
    title: 'Gulls daily',
    description: 'All gulls.',
    language: 'pt',
    offline: false,
  };
  expect(of(stated)).toMatchObject(stated);
});

test('a site about which nothing is said has a title, a language and offline use', () => {
  expect(of()).toEqual({
    title: 'Paper archive',
    description: 'Papers by date, with full-text search.',
    language: 'en',
    offline: true,
    mailSubscription: undefined,
    repository: undefined,
    isEmpty: false,
  });
});

test('the site says where to subscribe to its mails', () => {
  const subscribe = 'mailto:gulls-join@lists.example.org';
  expect(of({ mail: { subscribe, oneClick: false } }).mailSubscription).toBe(subscribe);
});

test('the site knows its repository where an address is stated, not by branch and folder alone', () => {
  const place = { branch: 'trunk', folder: 'papers' };
  expect(of({ repository: place }).repository).toBeUndefined();
  const repository = { address: 'https://github.com/keeper/gulls', ...place };
  expect(of({ repository }).repository).toEqual(repository);
});

test('a site without any date is empty', () => {
  expect(siteData(archiveOf({})).isEmpty).toBe(true);
});
