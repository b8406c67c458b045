import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { SECURITY_POLICY } from '../../src/publish/host-files.ts';
import { launchBrowser, watchedPage } from './browser.ts';
import { overflowOf } from './look.ts';
import { answerOn, ask, askOn, excerptsOn, statusLike } from './search-page.ts';
import { serve, type ServedSite } from './server.ts';

/** In the address and in the box. */
const QUERIES: Readonly<Record<string, string>> = {
  'an image': '"><img src=x onerror=alert(1)>',
  'a script that is mistyped': 'netwroks <script>alert(3)</script> <svg onload=alert(4)>',
  'a remark with markup': 'graph has:<b>x</b> seen:<img/src=x/onerror=alert(9)> date:&lt;',
  'regular expressions': '(a+)+$ [ ( \\ ^ . * ? | {2,1} netwroks $& $1 $`',
  'quotation marks': '"" " “ ” \' -" -"" title:" title:"" author:"',
  'marks of direction': '\u202Egraph\u202C \u200Fneural\u200E \u2066networks\u2069',
  'null characters': 'graph\u0000neural \u0001\u001b[31m',
  'only spaces': ' \u00A0\u3000\t ',
  'an address': 'https://evil.example/?q=<x>&y=%00#z',
  'percent signs': '%E0%A4%A %00 %2525 100%',
};

/** In the box only, some because they are longer than most hosts take an address. */
const TYPED: Readonly<Record<string, string>> = {
  'a script': '</script><script>alert(2)</script>',
  'an address of a script': 'javascript:alert(6)',
  'a template': '${alert(10)} {{alert(11)}} {alert(12)} `x`',
  entities: '&lt;img&gt; &amp; &#0; &nbsp',
  'minus signs': '- -- --- −− -graph -- -',
  'names of objects': '__proto__:1 constructor:2 toString hasOwnProperty title:__proto__ valueOf',
  'invisible characters': 'gra\u200Bph \uFEFF neu\u00ADral\u2060',
  'an emoji and a joiner': '👩‍👩‍👧 \u200D graph',
  'many accents': `graph${'\u0301'.repeat(500)}`,
  'no letter': '!!! ... ???',
  colons: ': :: a: :a title: -title: date: has: seen: :date:2025',
  'a frame': '<iframe srcdoc="<script>parent.alert(5)</script>"></iframe>',
  'an operator with an address of a script': 'title:javascript:alert(7) date:javascript:alert(8)',
  '10,000 letters': 'x'.repeat(10_000),
  '10,000 characters of known words': 'graph neural '.repeat(770).slice(0, 10_000),
  '10,000 characters of punctuation': '"-:('.repeat(2500),
  '50,000 characters of markup': '<img src=x onerror=alert(1)>'.repeat(1800),
};

let browser: Browser;
let site: ServedSite;
let badInputs: ServedSite;
let guarded: ServedSite;
let page: Page;
let events: readonly string[];
beforeAll(async () => {
  [browser, site, badInputs, guarded] = await Promise.all([
    launchBrowser(),
    serve(inject('sample')),
    serve(inject('badInputs')),
    serve(inject('badInputs'), '/', { 'content-security-policy': SECURITY_POLICY }),
  ]);
  ({ page, events } = await watchedPage(browser, site));
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), badInputs.close(), guarded.close()]);
});

/** Elements that the page does not have of itself, below `main`. */
async function strangers(on: Page): Promise<number> {
  return on
    .locator('main')
    .locator(
      'img, script:not([type="module"][src*="/_astro/"]), svg, iframe, style, meta, base, object, ' +
        '[onerror], [onload], [style]',
    )
    .count();
}

async function type(text: string): Promise<void> {
  // A string of half characters cannot be sent to the browser in any other way.
  const escaped = Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
  await page.evaluate(
    `const box = document.getElementById('query'); box.value = "${escaped}"; box.dispatchEvent(new Event('input', { bubbles: true }));`,
  );
}

async function stillSearches(): Promise<void> {
  await page.locator('#query').fill('title:"data filtering networks"');
  await statusLike(page, /^1 paper$/);
}

describe('a query', () => {
  test('is text in the address, whatever it is', async () => {
    for (const [name, query] of Object.entries(QUERIES)) {
      await page.goto(site.url(`/search/?q=${encodeURIComponent(query)}`));
      if (query.trim() !== '') await answerOn(page);
      expect(await page.locator('#query').inputValue(), name).toBe(query.trim());
      expect(await strangers(page), name).toBe(0);
      expect(await overflowOf(page), name).toBe(0);
    }
    await stillSearches();
    expect(events).toEqual([]);
  });

  test('is text when it is typed, whatever it is', async () => {
    await page.goto(site.url('/search/'));
    for (const [name, query] of Object.entries({ ...QUERIES, ...TYPED })) {
      await type('');
      expect(await page.locator('#status').textContent(), name).toBe('');
      await type(query);
      if (query.trim() !== '') await answerOn(page);
      expect(await strangers(page), name).toBe(0);
      expect(await overflowOf(page), name).toBe(0);
    }
    await stillSearches();
    expect(events).toEqual([]);
  });

  test.each([
    '%E0%A4%A',
    '%',
    '%ED%A0%80',
    '%00',
    '%FF%FE',
    'graph%20%26q=%3Cb%3E&q=second',
    '+++',
  ])('that is encoded badly, ?q=%s, breaks nothing', async (encoded) => {
    await page.goto(site.url(`/search/?q=${encoded}`));
    await stillSearches();
    expect(events).toEqual([]);
  });

  test.each(['\ud800', 'gra\udc00ph', '\ud83d graph \ude00', '\udfff\ud800'])(
    'with half characters (%j) breaks nothing, and its address can be shared',
    async (text) => {
      await page.goto(site.url('/search/'));
      await type(text);
      await expect.poll(() => page.locator('#status').textContent()).not.toBe('');
      await page.waitForURL('**/search/?q=**');
      await page.reload();
      await answerOn(page);
      await stillSearches();
      expect(events).toEqual([]);
    },
  );

  test('of half a million characters that is pasted breaks nothing', async () => {
    await page.goto(site.url('/search/'));
    await page.locator('#query').fill('graph '.repeat(83_000));
    await statusLike(page, /^\d+ papers/);
    await stillSearches();
    expect(events).toEqual([]);
  });

  test('of another sort or spelling than there is breaks nothing', async () => {
    await page.goto(
      site.url('/search/?q=graph&sort=%3Cscript%3E&spelling=__proto__&__proto__=1&x[]=y'),
    );
    expect((await answerOn(page)).papers).toBeGreaterThan(0);
    expect(events).toEqual([]);
  });
});

describe('hostile papers', () => {
  const SEARCHES = [
    'script alert',
    'bold entities style',
    'process env SECRET',
    'javascript alert link',
    'onerror img',
    'evil example',
    'title:script',
    '"script alert"',
    'constructor',
    'date:2025',
  ];

  test('are text in titles, excerpts and facets, under the policy as a header, too', async () => {
    for (const host of [badInputs, guarded]) {
      const { page: own, events: happened } = await watchedPage(browser, host);
      await own.goto(host.url('/search/'));
      for (const query of SEARCHES) {
        expect((await askOn(own, query)).papers, query).toBeGreaterThan(0);
        await excerptsOn(own);
        const names = await own
          .locator('#results :not(button.save)')
          .evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))]);
        const known = ['li', 'h2', 'a', 'mark', 'p', 'span', 'time'];
        expect(names.filter((name) => !known.includes(name))).toEqual([]);
        expect(await strangers(own)).toBe(0);
        const targets = await own
          .locator('main a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(targets.filter((href) => !/^(?:\?q=|\/[a-z])/.test(href))).toEqual([]);
      }
      expect(happened).toEqual([]);
      await own.close();
    }
  });

  test('show their markup as it is written, with what was looked for marked in it', async () => {
    const { titles } = await ask(page, badInputs, 'alert title onerror');
    const title =
      'A Title with <script>alert("title")</script> and <img src=x onerror=alert("title")>';
    expect(titles).toContain(title);
    const excerpts = await excerptsOn(page);
    expect(excerpts.join()).toContain('<img src=x onerror=alert(2)>');
    await page.getByRole('link', { name: title }).click();
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).toBe(title);
  });
});

test('the worker obeys the policy that a host sends, and asks nobody else', async () => {
  const watched = await watchedPage(browser, guarded);
  await ask(watched.page, guarded, 'netwroks script');
  const [worker, ...others] = watched.page.workers();
  expect(others).toEqual([]);
  const outcomes = await worker?.evaluate<readonly string[]>(
    `Promise.all([
      new Promise((done) => setTimeout(done)).then(() => new Function('return 1')()).then(() => 'ran', (error) => error.name),
      fetch('https://evil.example/').then(() => 'asked', (error) => error.name),
    ])`,
  );
  expect(outcomes).toEqual(['EvalError', 'TypeError']);
  await watched.page.close();
});
