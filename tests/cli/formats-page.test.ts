import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { FORMATS_PAGE, formatsPage } from '../../src/cli/formats-page.ts';
import { DATA_FILES } from '../../src/publish/dumps/data-files.ts';

test('the page of formats is the one that the schemas make (npm run docs)', async () => {
  expect(await readFile(FORMATS_PAGE, 'utf8')).toBe(formatsPage());
});

test('the page of formats has a section for every file', () => {
  const sections = [...formatsPage().matchAll(/^### `(.*)`$/gm)].map(([, name]) => name);
  expect(sections).toEqual(DATA_FILES.flatMap(({ files }) => files.map(({ name }) => name)));
});
