import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { serve, type ServedSite } from './server.ts';

let browser: Browser;
let site: ServedSite;
let based: ServedSite;
beforeAll(async () => {
  [browser, site, based] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('sampleUnderBase'), '/archive/'),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), based.close()]);
});

async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(site.url('/search/'));
  await page.getByRole('searchbox').fill(query);
  await page.locator('#results a').first().waitFor();
  return page.locator('#results a').allInnerTexts();
}

test('typing the words of a title finds the paper first', async () => {
  const page = await browser.newPage();
  const titles = await search(page, 'data filtering networks');
  expect(titles[0]).toBe('Data Filtering Networks');
  await page.close();
});

test('words of an abstract are found and highlighted', async () => {
  const page = await browser.newPage();
  await search(page, 'DFN-5B');
  expect(await page.locator('#results mark').first().innerText()).toContain('DFN');
  await page.close();
});

test('a query in the address is answered, and a new one is put there', async () => {
  const page = await browser.newPage();
  await page.goto(site.url('/search/?q=filtering'));
  await page.locator('#results a').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('filtering');
  await page.getByRole('searchbox').fill('hate speech');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/search/?q=hate+speech');
  await page.goBack();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('filtering');
  await page.close();
});

test('the form of the home page leads to the results', async () => {
  const page = await browser.newPage();
  await page.goto(site.url('/'));
  await page.getByRole('searchbox').fill('tumour');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=tumour');
  await page.locator('#results a').first().waitFor();
  expect(await page.getByRole('status').innerText()).toMatch(/^\d+ papers?$/);
  await page.close();
});

test('a query without results says so', async () => {
  const page = await browser.newPage();
  await page.goto(site.url('/search/?q=zzyzx'));
  await expect
    .poll(() => page.getByRole('status').innerText())
    .toContain('Nothing found for “zzyzx”');
  await page.close();
});

test('a hostile query is text', async () => {
  const page = await browser.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const query = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
  await page.goto(site.url(`/search/?q=${encodeURIComponent(query)}`));
  await expect.poll(() => page.getByRole('status').innerText()).not.toBe('');
  expect(await page.getByRole('searchbox').inputValue()).toBe(query);
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(dialogs).toEqual([]);
  await page.close();
});

test('more results come when asked for', async () => {
  const page = await browser.newPage();
  await search(page, 'learning');
  expect(await page.locator('#results > li').count()).toBe(20);
  await page.getByRole('button', { name: 'More results' }).click();
  await expect.poll(() => page.locator('#results > li').count()).toBe(40);
  await page.close();
});

test('asking twice for more results shows none of them twice', async () => {
  const page = await browser.newPage();
  await search(page, 'learning');
  await page.evaluate(
    "document.getElementById('more').click(); document.getElementById('more').click()",
  );
  await expect.poll(() => page.locator('#results > li').count()).toBe(40);
  const titles = await page.locator('#results a').allInnerTexts();
  expect(new Set(titles).size).toBe(40);
  await page.close();
});

test('results lead to papers under a base path', async () => {
  const page = await browser.newPage();
  await page.goto(based.url('/search/?q=data+filtering+networks'));
  await page.locator('#results a').first().click();
  await page.waitForURL('**/archive/papers/data-filtering-networks/');
  expect(await page.locator('h1').innerText()).toBe('Data Filtering Networks');
  await page.close();
});
