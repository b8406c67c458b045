import { describe, expect, test } from 'vitest';

import { wholeText } from '../../../src/publish/machine-file.ts';
import { dateImage } from '../../../src/publish/metadata/social-image.ts';
import { socialImages } from '../../../src/publish/metadata/social-images.ts';
import { archiveOf, day, digestOf } from '../../helpers.ts';
import { ARCHIVE, BARE_URLS, URLS } from './described.ts';

const DIGESTS = {
  '2025-03-11.txt': digestOf('A Study of Gulls', 'Tides in a Jar'),
  '2025-03-14.txt': digestOf('A Study of Gulls', 'Ladders, Lent and Returned'),
};

function drawings(title = 'Gulls Weekly', digests: Record<string, string> = DIGESTS) {
  const images = [...socialImages(archiveOf(digests, { title }), URLS)];
  return new Map(images.map((file) => [file.name, wholeText(file)]));
}

function textsOf(svg = ''): readonly (string | undefined)[] {
  return [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map((match) => match[1]);
}

describe('the images that are shown with links', () => {
  test('are one of the archive and one of each date', () => {
    expect([...drawings().keys()]).toEqual([
      'social.png',
      'dates/2025-03-11.png',
      'dates/2025-03-14.png',
    ]);
  });

  test('are not there when the address of the site is not known', () => {
    expect([...socialImages(archiveOf(DIGESTS), BARE_URLS)]).toEqual([]);
  });

  test('of the archive say its name and how much it holds', () => {
    expect(textsOf(drawings().get('social.png'))).toEqual(['Gulls Weekly', '3 papers, 2 dates']);
  });

  test('of a date say the archive, the date and how many of its papers were new', () => {
    expect(textsOf(drawings().get('dates/2025-03-14.png'))).toEqual([
      'Gulls Weekly',
      'Friday',
      '14 March 2025',
      '2 papers, 1 of them new',
    ]);
  });

  test('have a stroke for each paper, strong for a new one', () => {
    const paths = [
      ...(drawings().get('dates/2025-03-14.png') ?? '').matchAll(
        /<path stroke="(#\w+)"[^>]* d="([^"]+)"/g,
      ),
    ];
    expect(paths.map(([, colour, path]) => [colour, path?.split('M').length])).toEqual([
      ['#8b2c17', 2],
      ['#d8d1c1', 2],
    ]);
  });

  test('leave out a name that the face cannot show', () => {
    const drawn = drawings('論文');
    expect(textsOf(drawn.get('social.png'))).toEqual(['3 papers, 2 dates']);
    expect(textsOf(drawn.get('dates/2025-03-11.png'))).toEqual([
      'Tuesday',
      '11 March 2025',
      '2 papers, all of them new',
    ]);
  });

  test('break a long name and cut a very long one', () => {
    const long = textsOf(drawings('A Weekly of Gulls, Tides and Harbours').get('social.png'));
    expect(long).toEqual(['A Weekly of Gulls, Tides', 'and Harbours', '3 papers, 2 dates']);
    const veryLong = textsOf(drawings('Gulls and Tides '.repeat(20)).get('social.png'));
    expect(veryLong).toHaveLength(4);
    expect(veryLong[2]).toMatch(/…$/);
  });

  test('write a name as text, whatever it is', () => {
    expect(textsOf(drawings('</text><script>&').get('social.png'))[0]).toBe(
      '&lt;/text&gt;&lt;script&gt;&amp;',
    );
  });

  test('of an archive without papers are drawn, too', () => {
    expect(textsOf(drawings('Gulls', {}).get('social.png'))).toEqual([
      'Gulls',
      '0 papers, 0 dates',
    ]);
  });
});

test.each([
  [{ papers: 52, added: 48 }, '52 papers, 48 of them new'],
  [{ papers: 2, added: 0 }, '2 papers, none of them new'],
  [{ papers: 1, added: 1 }, '1 paper'],
])('the image of a date with %o says so to those who do not see it', (counts, summary) => {
  expect(dateImage(day('2025-03-11'), counts, ARCHIVE).alt).toBe(
    `Gulls Weekly, Tuesday, 11 March 2025: ${summary}`,
  );
});
