import fc from 'fast-check';
import { expect, test } from 'vitest';

import { paperId, titleKey } from '../../src/archive/identity.ts';
import type { PaperId } from '../../src/archive/types.ts';
import { recordAt, titleFile } from '../../src/search/title-file.ts';

const id = (text: string): PaperId => text as PaperId;

test('an id that the title says is not stored, whatever signs stand between its words', () => {
  const file = titleFile([{ id: id('gulls-a-study'), title: 'Gulls: A Study' }]);
  expect(file).toEqual({ titles: ['Gulls: A Study'], ids: ['<'] });
});

test('of an id that ends in a hash, the end is stored', () => {
  const title = 'C++ in Practice';
  const file = titleFile([{ id: id('c-in-practice-0123456789'), title }]);
  expect(file.ids).toEqual(['<-0123456789']);
});

test('another id is stored whole', () => {
  const file = titleFile([{ id: id('gills'), title: 'Gulls' }]);
  expect(file.ids).toEqual(['gills']);
});

test('beyond its last paper, a file has none', () => {
  expect(recordAt(titleFile([{ id: id('gulls'), title: 'Gulls' }]), 1)).toBeUndefined();
});

test('every paper comes out as it went in', () => {
  const title = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 20 }));
  const record = fc.oneof(
    title.map((text) => ({ id: paperId(titleKey(text)), title: text })),
    fc.record({ id: title.map((text) => paperId(titleKey(text))), title }),
  );
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const file = titleFile(records);
      expect(records.map((_, place) => recordAt(file, place))).toEqual(records);
    }),
  );
});
