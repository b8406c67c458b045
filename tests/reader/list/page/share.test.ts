import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { paperId, titleKey } from '../../../../src/archive/identity.ts';
import {
  LONGEST_ADDRESS,
  sharedPapers,
  shareFragment,
} from '../../../../src/reader/list/page/share.ts';
import { isShareFragment } from '../../../../src/reader/list/page/sharing.ts';
import { propertySeed } from '../../../property-seed.ts';
import { saved } from '../papers.ts';

fc.configureGlobal({ seed: propertySeed, numRuns: 200 });

const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

async function fragmentOf(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `#share=1.${bytes.toString('base64url')}`;
}

describe('a link to a list', () => {
  test('brings every paper with its title, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(title, { selector: (each) => paperId(titleKey(each)) }),
        async (titles) => {
          const papers = titles.map((each) => ({ ...saved(paperId(titleKey(each))), title: each }));
          const shared = await sharedPapers(await shareFragment(papers, 0));
          expect(shared?.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
          const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
          for (const [index, paper] of papers.entries())
            expect(plain(shared?.[index]?.title ?? '')).toBe(plain(paper.title) || paper.id);
        },
      ),
    );
  });

  test('holds nothing but signs that every program leaves as they are', async () => {
    const fragment = await shareFragment([saved('gulls', { title: '海 & <b>' })], 0);
    expect(fragment).toMatch(/^#share=1\.[\w-]+$/);
    expect(isShareFragment(fragment)).toBe(true);
  });

  test('leaves titles out when the address would be too long with them', async () => {
    const papers = [saved('gulls', { title: 'Gulls' })];
    expect(await sharedPapers(await shareFragment(papers, 0))).toEqual([
      { id: 'gulls', title: 'Gulls' },
    ]);
    const fragment = await shareFragment(papers, LONGEST_ADDRESS);
    expect(await sharedPapers(fragment)).toEqual([{ id: 'gulls', title: 'gulls' }]);
  });
});

describe('of a link that somebody made up', () => {
  test('only ids that are ids are taken, each once, and no title that is too long', async () => {
    const text = `gulls\tGu\u202ells\u0000\n../evil\tEvil\njars\t${'x'.repeat(9000)}\ngulls\tOther\n<b>`;
    const shared = await sharedPapers(await fragmentOf(text));
    expect(shared?.map(({ id }) => id)).toEqual(['gulls', 'jars']);
    expect(shared?.[0]?.title).toBe('Gulls');
    expect(shared?.[1]?.title).toHaveLength(500);
  });

  test('nothing is read when it unfolds to more than any list', async () => {
    expect(await sharedPapers(await fragmentOf('gulls\n'.repeat(1_000_000)))).toBeUndefined();
  });

  test.each(['#share=1.', '#share=1.%%%', '#share=1.AAAA', '#share=2.AAAA', '#main', ''])(
    'nothing is read when it is %j',
    async (fragment) => {
      expect(await sharedPapers(fragment)).toBeUndefined();
    },
  );
});
