import type { Browser, Page } from 'playwright-core';

import type { ServedSite } from './server.ts';

export { launchBrowser } from '../../src/cli/bench/browser.ts';

/**
 * A new page, and a list of what no text may bring about on it, which grows as it happens: dialogs, requests
 * to others than `site`, offences against the Content-Security-Policy and errors.
 */
export async function watchedPage(
  browser: Browser,
  site: ServedSite,
): Promise<{ page: Page; events: readonly string[] }> {
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url('/'))) events.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') events.push(`error: ${message.text()}`);
  });
  page.on('pageerror', (error) => events.push(`error: ${error.message}`));
  return { page, events };
}
