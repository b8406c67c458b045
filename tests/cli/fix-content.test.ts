import { describe, expect, test } from 'vitest';

import { fixContent, type Fixes } from '../../src/cli/fix-content.ts';
import { defaultSettings } from '../../src/archive/settings.ts';
import { abstractOn, blocks, digestOf, raw } from '../helpers.ts';

const ABSTRACT = abstractOn('jars');

function fix(
  files: Readonly<Record<string, string>>,
  isChosen: (file: string) => boolean = () => true,
  year?: number,
): Fixes {
  const digests = Object.entries(files).map(([name, text]) => raw(text, `digests/${name}`));
  const settings = { ...defaultSettings, ...(year !== undefined && { year }) };
  return fixContent({ digests, notes: [], settings, problems: [] }, isChosen);
}

describe('fixContent', () => {
  test('writes nothing where nothing is to be mended', () => {
    expect(fix({ '2025-03-11.txt': digestOf('Jars') })).toEqual({ writings: [], patches: [] });
    expect(fix({ '2025-03-11.txt': '' })).toEqual({ writings: [], patches: [] });
  });

  test('writes a digest anew, and shows what changes', () => {
    const { writings, patches } = fix({ '2025-03-11.txt': `Ja\u200brs  \r\n\r\n${ABSTRACT}\n` });
    expect(writings).toEqual([
      {
        file: 'digests/2025-03-11.txt',
        text: blocks('Jars', ABSTRACT),
        replaces: 'digests/2025-03-11.txt',
      },
    ]);
    expect(patches).toHaveLength(1);
    expect(patches[0]).toBe(
      '--- digests/2025-03-11.txt\n+++ digests/2025-03-11.txt\n@@ -1,3 +1,3 @@\n' +
        `-Ja<U+200B>rs··␍\n-␍\n+Jars\n+\n ${ABSTRACT}\n`,
    );
  });

  test.each([
    ['a tab at the end', 'Jars\t', '-Jars·'],
    ['a lone CR', 'Jars\r', '-Jars␍'],
    ['a control character', 'Ja\u0001rs', '-Ja<U+0001>rs'],
    ['a later control character', 'Ja\u0085rs', '-Ja<U+0085>rs'],
    ['a separator of lines', 'Ja\u2028rs', '-Ja<U+2028>rs'],
    ['a tag', 'Ja\u{e0041}rs', '-Ja<U+E0041>rs'],
  ])('spells out %s', (_, line, shown) => {
    const { patches } = fix({ '2025-03-11.txt': `${line}\n\n${ABSTRACT}\n` });
    expect(patches[0]?.split('\n')).toContain(shown);
  });

  test('shows no change in a line that stays', () => {
    const { patches } = fix({ '2025-03-11.txt': `Jars 👩‍🔬\n\n\n${ABSTRACT}\n` });
    expect(patches[0]?.split('\n').filter((line) => /^[-+](?![-+])/.test(line))).toEqual(['-']);
  });

  test('shows one line around a change', () => {
    const { patches } = fix({ '2025-03-11.txt': `${digestOf('Jars', 'Gulls', 'Tides')}\n` });
    expect(patches[0]).not.toContain('Gulls');
  });

  test('renames a file', () => {
    const text = digestOf('Jars');
    const { writings, patches } = fix({ '20250311 a.txt': text });
    expect(writings).toEqual([
      { file: 'digests/2025-03-11-a.txt', text, replaces: 'digests/20250311 a.txt' },
    ]);
    expect(patches[0]).toContain('--- digests/20250311 a.txt\n+++ digests/2025-03-11-a.txt\n');
  });

  test('gives two files two names, and none that is taken', () => {
    const { writings } = fix({
      '2025-03-11.txt': digestOf('Jars'),
      '20250311.txt': digestOf('Gulls'),
      '2025_03_11.txt': digestOf('Tides'),
    });
    expect(writings.map(({ file }) => file)).toEqual([
      'digests/2025-03-11-2.txt',
      'digests/2025-03-11-3.txt',
    ]);
  });

  test('renames no file that the settings date otherwise', () => {
    const files = { '20250311.txt': blocks('Mar 11', 'Jars', ABSTRACT) };
    expect(fix(files, undefined, 2024).writings).toEqual([]);
    expect(fix(files, undefined, 2025).writings).toHaveLength(1);
  });

  test('mends only the chosen files', () => {
    const files = { '2025-03-11.txt': 'Jars ', '2025-03-12.txt': 'Gulls ' };
    const { writings, patches } = fix(files, (file) => file === 'digests/2025-03-12.txt');
    expect(writings.map(({ file }) => file)).toEqual(['digests/2025-03-12.txt']);
    expect(patches).toHaveLength(1);
  });
});
