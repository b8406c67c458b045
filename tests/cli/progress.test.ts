import { beforeEach, describe, expect, test } from 'vitest';

import { progress, type Terminal } from '../../src/cli/progress.ts';
import type { StageWatcher } from '../../src/cli/stage-clock.ts';

let written: string[];
let time: number;
beforeEach(() => {
  written = [];
  time = 0;
});

const watch = (terminal: Omit<Terminal, 'write'>): StageWatcher =>
  progress({ ...terminal, write: (text) => written.push(text) }, () => time);
/** What is left of the line to be seen. */
const line = (): string => written.join('').split('\r\u001b[K').at(-1) ?? '';

describe('in a terminal', () => {
  test('one line says what is going on, how far it is and how long it will take', () => {
    const { begun, counted } = watch({ isTTY: true, columns: 200 });
    begun('search');
    begun('pages');
    time = 10_000;
    counted('pages', 0, 4000);
    time = 20_000;
    counted('pages', 1000, 4000);
    expect(line()).toBe('Indexing for the search · Rendering pages 1,000 of 4,000, 30 s left');
    expect(written.join('')).not.toContain('\n');
  });

  test('nothing is left of it in the end', () => {
    const { begun } = watch({ isTTY: true });
    const [end, other] = [begun('search'), begun('pages')];
    end();
    expect(line()).toBe('Rendering pages');
    other();
    expect(line()).toBe('');
  });

  test('it is no longer than the terminal is wide', () => {
    const { begun } = watch({ isTTY: true, columns: 20 });
    begun('search');
    begun('pages');
    expect(line()).toHaveLength(19);
  });

  test('it does not change for each of many pages', () => {
    const { begun, counted } = watch({ isTTY: true });
    begun('pages');
    time = 1000;
    for (let page = 1; page <= 50; page += 1) counted('pages', page, 100);
    expect(written).toHaveLength(2);
  });

  test('minutes are counted in minutes', () => {
    const { begun, counted } = watch({ isTTY: true, columns: 200 });
    begun('pages');
    counted('pages', 0, 6);
    time = 60_000;
    counted('pages', 1, 6);
    expect(line()).toContain('5 min left');
  });
});

describe('elsewhere', () => {
  test('each stage that takes its time has a plain line when it is done', () => {
    const { begun, counted } = watch({});
    const [read, pages] = [begun('read'), begun('pages')];
    read();
    counted('pages', 1, 2);
    time = 1500;
    pages();
    expect(written).toEqual(['Rendering pages: 1.5 s\n']);
  });
});
