import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { PROJECT, temporaryFolder, userEnvironment } from './build.ts';

let browser: Browser;
let server: ChildProcess;
let address: string;
let content: string;
let remove: () => Promise<void>;
const digest = (abstract: string): string => `Mar 11\n\nA Living Paper\n\n${abstract}\n`;

beforeAll(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  content = temporary.folder;
  await mkdir(join(content, 'digests'));
  await writeFile(join(content, 'digests/2025-03-11.txt'), digest('The abstract as it was first.'));
  browser = await launchBrowser();
  const port = await freePort();
  server = spawn('npm', ['run', '--silent', 'dev', '--', '--port', String(port)], {
    cwd: PROJECT,
    detached: true,
    env: {
      ...userEnvironment(),
      OFFPRINT_CONTENT: content,
      ASTRO_DEV_BACKGROUND: '0',
    },
  });
  address = await new Promise((found, fail) => {
    let output = '';
    const read = (data: Buffer): void => {
      output += data.toString();
      const match = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (match !== undefined) found(match);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('close', () => {
      fail(new Error(`The server stopped:\n${output}`));
    });
  });
});
afterAll(async () => {
  if (server.pid !== undefined) process.kill(-server.pid);
  await browser.close();
  await remove();
});

/** A port nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

test('saving a digest updates the open page', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/papers/a-living-paper/`);
  expect(await page.locator('main').innerText()).toContain('as it was first');
  await writeFile(join(content, 'digests/2025-03-11.txt'), digest('The abstract, now changed.'));
  await expect
    .poll(() => page.locator('main').innerText(), { timeout: 50_000 })
    .toContain('now changed');
  await page.close();
});

test('saving a note updates the open page, the first one and a later one; a deleted one is gone', async () => {
  const page = await browser.newPage();
  const text = (): Promise<string> => page.locator('main').innerText();
  const options = { timeout: 50_000 };
  const note = join(content, 'notes/a-living-paper.mdx');
  await page.goto(`${address}/papers/a-living-paper/`);
  expect(await text()).not.toContain('Ada Keeper');
  await mkdir(join(content, 'notes'));
  await writeFile(note, '---\nauthors: [Ada Keeper]\n---\n\nThe *first* text.\n');
  await expect.poll(text, options).toMatch(/Ada Keeper[^]*The first text\./);
  await writeFile(note, '---\nauthors: [Ben Harbour]\n---\n\nThe *second* text.\n');
  await expect.poll(text, options).toMatch(/Ben Harbour[^]*The second text\./);
  await rm(note);
  // A request that comes while Astro forgets the module of the note may fail or hang; the next one does not.
  const reloaded = async (): Promise<string> => {
    await page.reload({ timeout: 5_000 });
    return page.locator('main').innerText({ timeout: 1_000 });
  };
  await expect.poll(reloaded, { timeout: 100_000 }).not.toContain('Ben Harbour');
  await page.close();
}, 240_000);
