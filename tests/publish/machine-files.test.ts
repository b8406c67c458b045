import { describe, expect, test } from 'vitest';

import { machineFiles } from '../../src/publish/machine-files.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { archiveOf, digestOf } from '../helpers.ts';
import { contentsOf, withTopics } from './archives.ts';

const archive = withTopics(archiveOf({ '2025-03-11.txt': digestOf('Gulls') }));

describe('the files for programs', () => {
  test('lead crawlers to the sitemap at the root of a host, where they look', () => {
    const files = contentsOf(machineFiles(archive, siteUrls('/', 'https://example.org')));
    expect(files.get('robots.txt')).toContain('\nSitemap: https://example.org/sitemap.xml\n');
    expect([...files.keys()]).toContain('sitemap.xml');
  });

  test('have no robots.txt below a folder, where nobody reads it', () => {
    const files = contentsOf(machineFiles(archive, siteUrls('/archive', 'https://example.org')));
    expect([...files.keys()]).not.toContain('robots.txt');
    expect([...files.keys()]).toContain('sitemap.xml');
  });

  test('hold no file that needs whole addresses while nobody knows where the site lives', () => {
    const files = contentsOf(machineFiles(archive, siteUrls('/', undefined)));
    expect(files.get('robots.txt')).not.toContain('Sitemap');
    expect([...files.keys()].filter((name) => /feed|sitemap|opensearch/.test(name))).toEqual([]);
  });
});
