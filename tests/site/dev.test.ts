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
/** What the server has printed. */
let output = '';
let content: string;
let remove: () => Promise<void>;
const PATIENT = { timeout: 50_000 };
const digest = (abstract: string): string => `Mar 11\n\nA Living Paper\n\n${abstract}\n`;

beforeAll(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  content = temporary.folder;
  await mkdir(join(content, 'digests'));
  await writeFile(join(content, 'digests/2025-03-11.txt'), digest('The abstract as it was first.'));
  await writeFile(join(content, 'digests/2025-03-10.txt'), 'A Title Alone\n');
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
  await expect.poll(() => page.locator('main').innerText(), PATIENT).toContain('now changed');
  await page.close();
});

test('a problem of the content is printed when the server starts and when a file is saved', async () => {
  expect(output).toMatch(
    /digests\/2025-03-10\.txt:1:1 Title without an abstract: “A Title Alone”\./,
  );
  await writeFile(join(content, 'digests/2025-02-30.txt'), 'A Title\n\nAn abstract on jars.\n');
  await expect.poll(() => output, PATIENT).toMatch(/digests\/2025-02-30\.txt:1:1 .*30 Feb 2025/);
  await rm(join(content, 'digests/2025-02-30.txt'));
});

test('the first archive.yaml that is saved updates the open page', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/about/`);
  await writeFile(join(content, 'archive.yaml'), 'title: Gulls Daily\n');
  await expect.poll(() => page.title(), PATIENT).toContain('Gulls Daily');
  await page.close();
});

test('a paper that is added has its page and its letter, also where there is a note and they were asked for', async () => {
  const note = join(content, 'notes/a-living-paper.mdx');
  const added = join(content, 'digests/2025-03-12.txt');
  const statuses = async (): Promise<readonly number[]> => {
    const paths = ['/papers/zebras-in-jars/', '/titles/z/'];
    const answers = await Promise.all(paths.map((path) => fetch(address + path)));
    return answers.map(({ status }) => status);
  };
  await mkdir(join(content, 'notes'), { recursive: true });
  await writeFile(note, 'The text of a note.\n');
  await expect
    .poll(async () => (await fetch(`${address}/papers/a-living-paper/`)).text(), PATIENT)
    .toContain('The text of a note.');
  expect(await statuses()).toEqual([404, 404]);
  await writeFile(added, 'Zebras in Jars\n\nAn invented abstract about zebras and jars.\n');
  await expect.poll(statuses, PATIENT).toEqual([200, 200]);
  await Promise.all([rm(note), rm(added)]);
  await expect.poll(statuses, PATIENT).toEqual([404, 404]);
}, 200_000);

test('saving a note updates the open page, the first one and a later one; a deleted one is gone', async () => {
  const page = await browser.newPage();
  const text = (): Promise<string> => page.locator('main').innerText();
  const note = join(content, 'notes/a-living-paper.mdx');
  await page.goto(`${address}/papers/a-living-paper/`);
  expect(await text()).not.toContain('Ada Keeper');
  await mkdir(join(content, 'notes'), { recursive: true });
  await writeFile(note, '---\nauthors: [Ada Keeper]\n---\n\nThe *first* text.\n');
  await expect.poll(text, PATIENT).toMatch(/Ada Keeper[^]*The first text\./);
  await writeFile(note, '---\nauthors: [Ben Harbour]\n---\n\nThe *second* text.\n');
  await expect.poll(text, PATIENT).toMatch(/Ben Harbour[^]*The second text\./);
  await rm(note);
  await expect.poll(text, PATIENT).not.toContain('Ben Harbour');
  await page.close();
}, 200_000);
