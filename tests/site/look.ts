import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Uses a new page in a context of its own. */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Waits until nothing on the page moves any more: a click meets what it was meant for. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((still) => requestAnimationFrame(() => setTimeout(still, 100))))',
  );
}

/** What axe finds on an open page: each rule with the elements that break it. */
export async function accessibilityFaults(page: Page): Promise<unknown> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // Evaluated from outside the page, so that its Content-Security-Policy stays in force.
  await page.evaluate(await readFile(axe, 'utf8'));
  const results = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return results.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map((n) => n.html).slice(0, 3),
  }));
}

/** Pixels by which an open page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
