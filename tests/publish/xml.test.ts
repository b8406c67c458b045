import { expect, test } from 'vitest';
import { x } from 'xastscript';

import { madeXml, xmlDocument, xmlOf } from '../../src/publish/xml.ts';
import { elementTexts, xmlFaults } from '../schemas.ts';

test('a text may hold the end of a CDATA section', async () => {
  const xml = xmlDocument(x('a', { b: ']]>' }, 'c]]>d'));
  expect(xml).toContain(']]&gt;');
  expect(await elementTexts(xml, 'a')).toEqual(['c]]>d']);
});

test('what XML cannot hold is left out, and nothing else', () => {
  expect(xmlOf(x('a', 'b\u0000\u0008\ufffe\uffff\ud800c\udc00\t😀'))).toBe('<a>bc\t😀</a>');
});

test('what has been made once is used as it is', () => {
  expect(xmlOf(x('a', {}, madeXml(xmlOf(x('b', '<')))))).toBe('<a><b>&#x3C;</b></a>');
});

test('the validator finds what is wrong', async () => {
  const feed = (rest: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${rest}</feed>`;
  const sound = '<id>a</id><title>a</title><updated>2025-03-11T00:00:00Z</updated>';
  expect(await xmlFaults([feed(sound)], 'atom.rng')).toEqual([]);
  for (const broken of [
    feed('<id>a</id><title>a</title>'),
    feed(sound.replace('T00:00:00Z', '')),
    feed(`${sound}<unknown/>`),
    feed(sound.replace('a<', 'a]]><')),
    feed(sound.replace('a<', 'a\u0008<')),
  ])
    expect(await xmlFaults([broken], 'atom.rng'), broken).not.toEqual([]);
});
