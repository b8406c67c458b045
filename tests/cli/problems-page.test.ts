import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { PROBLEMS_PAGE, problemsPage } from '../../src/cli/problems-page.ts';
import { catalogue } from '../../src/digest/problem-catalogue.ts';

test('the page of problems is the one that the messages make (npm run docs)', async () => {
  expect(await readFile(PROBLEMS_PAGE, 'utf8')).toBe(problemsPage());
});

test('the page of problems has a section for every code', () => {
  const sections = [...problemsPage().matchAll(/^### (.*)$/gm)].map(([, code]) => code);
  expect(sections.toSorted()).toEqual(Object.keys(catalogue).toSorted());
});
