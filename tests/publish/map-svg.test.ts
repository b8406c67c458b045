import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import type { TopicSlug } from '../../src/archive/relate/types.ts';
import {
  coverSvg,
  MAP_COLOURS,
  type MapPoint,
  mapSvg,
  type MapTopic,
} from '../../src/publish/map-svg.ts';
import { siteUrls } from '../../src/publish/site-urls.ts';
import { dotsOf } from '../../src/reader/map/dots.ts';
import { elements } from '../site/html.ts';

const URLS = siteUrls('/archive', undefined);
const point = (number: number, x: number, y: number): MapPoint => ({ number, x, y });
const topic = (name: string, ...points: readonly MapPoint[]): MapTopic => ({
  slug: name.toLowerCase().replaceAll(' ', '-') as TopicSlug,
  name,
  points,
});
const labels = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);

describe('the map', () => {
  const svg = mapSvg(
    {
      groups: [[point(40, 0, 0), point(3, 1, 1)], [point(5, 0.5, 0.5)]],
      topics: [topic('Red gulls', point(3, 0.5, 0.5))],
    },
    URLS,
  );

  test('has a path for each colour, and one in grey', () => {
    const paths = elements(fromHtml(svg), ({ tagName }) => tagName === 'path');
    expect(paths.map(({ properties }) => properties['stroke'])).toEqual([
      MAP_COLOURS[0],
      '#8d8778',
    ]);
  });

  test('says which paper each dot is, so that a script can read it back', () => {
    const [, steps = '', d = ''] = /data-papers="([^"]*)" d="([^"]*)"/.exec(svg) ?? [];
    expect(dotsOf(d, steps)).toEqual([
      { paper: 3, x: 986, y: 736 },
      { paper: 40, x: 14, y: 14 },
    ]);
  });

  test('leads from the name of a topic to its page', () => {
    expect(svg).toContain(
      '<a href="/archive/topics/red-gulls/"><text x="500" y="375">Red gulls</text>',
    );
  });

  test('has no style and no script', () => {
    expect(svg).not.toMatch(/style|script|on\w+=/);
  });
});

test('names are text', () => {
  const svg = mapSvg({ groups: [], topics: [topic('<b> & "c"', point(0, 0.5, 0.5))] }, URLS);
  expect(labels(svg)).toEqual(['&lt;b&gt; &amp; "c"']);
});

test('a name is written where its papers are, not over another, and not when they are all over the map', () => {
  const svg = mapSvg(
    {
      groups: [],
      topics: [
        topic('Red gulls', point(0, 0.5, 0.5)),
        topic('Jars', point(1, 0.5, 0.51)),
        topic('Tides', point(2, 0.1, 0.1)),
        topic('Anything', point(3, 0, 0), point(4, 1, 1), point(5, 0, 1), point(6, 1, 0)),
      ],
    },
    URLS,
  );
  expect(labels(svg)).toEqual(['Red gulls', 'Tides']);
});

test('an archive without papers has an empty map', () => {
  expect(mapSvg({ groups: [[]], topics: [] }, URLS)).toContain('<path');
});

test('the cover has at most 1,500 dots of every colour, and no names', () => {
  const many = Array.from({ length: 4000 }, (_, number) => point(number, 0.5, 0.5));
  const svg = coverSvg(
    { groups: [many, [point(4000, 0, 0)]], topics: [topic('Gulls', point(0, 0.5, 0.5))] },
    URLS,
  );
  expect(svg.match(/h0/g)?.length).toBe(1334 + 1);
  expect(labels(svg)).toEqual([]);
});
