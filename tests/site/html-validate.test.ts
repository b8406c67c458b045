import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';

import { readPages } from './html.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:recommended'],
  rules: {
    // Papers have the titles they have.
    'long-title': 'off',
    // The search box at the head of each page has one field, which the Enter key sends (implicit submission in
    // HTML): a button would be one more stop on the way to the text. The form of the list sends nothing.
    'wcag/h32': 'off',
    // HTML lets an id start with a digit; years and months of the calendar do.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** The Nu checker (https://github.com/validator/validator), where it is at hand. */
const nuChecker = process.env['VNU_JAR'];

describe.each([
  ['the sample archive under a base', inject('sampleUnderBase')],
  ['the sample archive without an address', inject('sample')],
  ['an archive with every kind of note', inject('noted')],
  ['the awkward archive', inject('awkward')],
])('the pages of %s', (_, site) => {
  test('are valid HTML by html-validate', async () => {
    for (const name of (await readPages(site)).keys()) {
      const html = await readFile(join(site, name), 'utf8');
      const { results } = await validator.validateString(html);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => ({ line, column, ruleId, message })),
      );
      expect(faults, name).toEqual([]);
    }
  });

  test.skipIf(nuChecker === undefined)('are valid HTML by the Nu checker', async () => {
    const options = ['-jar', nuChecker ?? '', '--skip-non-html', '--errors-only', site];
    const { stderr } = await promisify(execFile)('java', options, { maxBuffer: 2 ** 26 });
    expect(stderr).toBe('');
  });
});

test('html-validate finds what is wrong', async () => {
  const { valid } = await validator.validateString('<!doctype html><p id="a"><p id="a"><li>');
  expect(valid).toBe(false);
});
