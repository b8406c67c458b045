import { describe, expect, test } from 'vitest';

import { compareFiles, groupEntries, inOrder, titleOf } from '../../src/archive/groups.ts';
import { abstractOn, appearance, blocks, day, digestOf, read } from '../helpers.ts';

/** The groups of these digests: the id of each, and where its entries stand. */
function groupsOf(files: Readonly<Record<string, string>>): unknown {
  const digests = Object.entries(files).map(([name, text]) => read(text, `digests/${name}.txt`));
  const { groups, problems } = groupEntries(digests);
  expect(problems).toEqual([]);
  return [...groups].map(([id, group]) => [
    id,
    ...group.map(({ appearance: { file, line, position } }) => [file, line, position]),
  ]);
}

const A = abstractOn('gulls');

test('the first file of a date comes before the second', () => {
  const files = ['2025-03-10.txt', '2025-03-11.txt', '2025-03-11-2.txt', '2025-03-11-3.txt'];
  expect(files.toReversed().sort(compareFiles)).toEqual(files);
  expect(compareFiles('a.TXT', 'a.txt')).toBe(-1);
  expect(compareFiles('a.txt', 'a.TXT')).toBe(1);
});

describe('groupEntries', () => {
  test('gathers what several digests say of one paper, oldest first', () => {
    expect(
      groupsOf({
        '2025-03-12': blocks('GULLS:', A),
        '2025-03-11': blocks('Tides', A, 'Gulls', A, 'gulls', A),
      }),
    ).toEqual([
      [
        'gulls',
        ['digests/2025-03-11.txt', 5, 1],
        ['digests/2025-03-11.txt', 9, 2],
        ['digests/2025-03-12.txt', 1, 0],
      ],
      ['tides', ['digests/2025-03-11.txt', 1, 0]],
    ]);
  });

  test('goes by the keys of the titles, in their order', () => {
    const { groups } = groupEntries([read(digestOf('Tides', 'C++', 'Gulls', 'C'))]);
    expect([...groups.keys()].map((id) => id.replace(/-[0-9a-f]{10}$/, '-#'))).toEqual([
      'c',
      'c-#',
      'gulls',
      'tides',
    ]);
  });
});

describe('inOrder', () => {
  test('sorts entries by date, and leaves what it was given as it was', () => {
    const late = read(blocks('Gulls', A), 'digests/2025-03-12.txt');
    const early = read(blocks('Gulls', A), 'digests/2025-03-11.txt');
    const [group = []] = groupEntries([late, early]).groups.values();
    const turned = group.toReversed();
    expect(inOrder(turned)).toEqual(group);
    expect(turned).toEqual(group.toReversed());
  });
});

describe('the title of a group', () => {
  const titled = (...titles: readonly string[]): string =>
    titleOf(
      titles.map((text, position) => ({
        entry: { title: { text, line: 1, column: 1 }, abstract: [] },
        appearance: appearance(day('2025-03-11'), 'digests/a.txt', 1, position),
      })),
    );

  test.each([
    [['Gulls'], 'Gulls'],
    [['Gulls', 'gulls'], 'gulls'],
    [['Gulls', 'GULLS'], 'Gulls'],
    [['gulls', 'Gulls', 'GULLS', 'GULLS!'], 'Gulls'],
    [['GULLS', 'GULLS!'], 'GULLS!'],
    [['ΓΛΆΡΟΣ', 'Γλάρος'], 'Γλάρος'],
    [['Γλάρος', 'ΓΛΆΡΟΣ'], 'Γλάρος'],
    [[], ''],
  ])(
    'of %j is %j: the newest, and one in capitals only where there is no other',
    (titles, title) => {
      expect(titled(...titles)).toBe(title);
    },
  );
});
