import { describe, expect, test } from 'vitest';

import { afterStroke, strokeOf } from '../../../src/reader/keys/strokes.ts';
import { SHORTCUTS } from '../../../src/reader/keys/table.ts';

const PLAIN = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};

describe('a key', () => {
  test.each([
    ['j', {}, 'j'],
    ['?', { shiftKey: true }, '?'],
    ['K', { ctrlKey: true }, 'Control+k'],
    ['k', { metaKey: true }, 'Meta+k'],
    ['k', { ctrlKey: true, shiftKey: true }, undefined],
    ['k', { ctrlKey: true, metaKey: true }, undefined],
    ['j', { altKey: true }, undefined],
    ['j', { isComposing: true }, undefined],
    ['Shift', { shiftKey: true }, undefined],
    ['Enter', {}, undefined],
  ])('%s with %j is %j', (key, held, stroke) => {
    expect(strokeOf({ ...PLAIN, ...held, key })).toBe(stroke);
  });
});

describe('keys', () => {
  const typed = (...strokes: readonly string[]) =>
    strokes.reduce((state, stroke) => afterStroke(state.waiting, stroke), afterStroke('', ''));

  test('of every shortcut lead to its command', () => {
    for (const { command, keys } of SHORTCUTS)
      for (const key of keys) expect(typed(...key.split(' ')).command, key).toBe(command);
  });

  test('of two shortcuts are never the same, and none begins another', () => {
    const all = SHORTCUTS.flatMap(({ keys }) => keys);
    for (const key of all)
      expect(all.filter((other) => other === key || other.startsWith(`${key} `))).toEqual([key]);
  });

  test('that go on with nothing start anew', () => {
    expect(typed('g', 'j').command).toBe('next-paper');
    expect(typed('g', 'g', 'h').command).toBe('home');
    expect(typed('g', 'q', 'h').command).toBeUndefined();
  });
});
