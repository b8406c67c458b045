import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

import type { ServedSite } from './server.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A headless Chromium: `CHROME_PATH`, else the one from npm (Linux x64), else an installed one. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
}

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

async function executable(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return chosen;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return packaged.executablePath();
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one, or set CHROME_PATH to its executable.',
  );
}
