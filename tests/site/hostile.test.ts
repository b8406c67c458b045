import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser, watchedPage } from './browser.ts';
import { elements, hasClass, readPages } from './html.ts';
import { serve, type ServedSite } from './server.ts';

let browser: Browser;
let site: ServedSite;
let paths: readonly string[];
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(inject('awkward'))]);
  paths = [...(await readPages(inject('awkward'))).keys()].map(
    (name) => `/${name.replace(/index\.html$/, '')}`,
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('nothing of a digest runs on any page, and nothing is requested for it', async () => {
  const { page, events } = await watchedPage(browser, site);
  for (const path of [...paths, '/search/?q=alert']) {
    await page.goto(site.url(path));
    await page.waitForLoadState('networkidle');
  }
  expect(events).toEqual([]);
  await page.close();
});

test('no page has an inline script, style or event handler', async () => {
  for (const [name, tree] of await readPages(inject('awkward'))) {
    const inline = elements(tree, ({ tagName, properties, children }) => {
      // A data block does not run; browsers read no more than its type.
      const isScript = tagName === 'script' && properties['type'] !== 'application/ld+json';
      const isInlineScript = isScript && (children.length > 0 || !properties['src']);
      const hasHandler = Object.keys(properties).some((key) => /^on/i.test(key));
      return isInlineScript || tagName === 'style' || 'style' in properties || hasHandler;
    });
    expect(inline, name).toEqual([]);
  }
});

test('text that looks like Markdown or HTML makes no element', async () => {
  for (const [name, tree] of await readPages(inject('awkward'))) {
    if (!name.startsWith('papers/') || name === 'papers/index.html') continue;
    const made = elements(
      tree,
      (element) =>
        ['img', 'hr', 'pre', 'table', 'iframe', 'object', 'blockquote'].includes(element.tagName) &&
        // The one of the page itself.
        !hasClass(element, 'citation'),
    );
    expect(made, name).toEqual([]);
    const struckOut = elements(tree, (element) => hasClass(element, 'prose')).flatMap((prose) =>
      elements(prose, ({ tagName }) => tagName === 'del'),
    );
    expect(struckOut, name).toEqual([]);
    const targets = elements(tree, ({ tagName }) => tagName === 'a').map((a) =>
      String(a.properties['href']),
    );
    expect(
      targets.filter((href) => !/^(?:https?:\/\/|\/|#main)/.test(href)),
      name,
    ).toEqual([]);
  }
});

test('no secret of the environment gets into the site', async () => {
  for (const name of ['archive.json', 'index.html']) {
    const text = await readFile(join(inject('awkward'), name), 'utf8');
    expect(text).not.toContain(process.env['PATH'] ?? 'PATH');
  }
});
