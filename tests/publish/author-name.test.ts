import { expect, test } from 'vitest';

import { authorName } from '../../src/publish/author-name.ts';

test.each([
  ['Jane Doe', { family: 'Doe', given: 'Jane' }],
  ['Doe, Jane', { family: 'Doe', given: 'Jane' }],
  ['Anna van der Möwe', { family: 'van der Möwe', given: 'Anna' }],
  ['van der Möwe, Anna', { family: 'van der Möwe', given: 'Anna' }],
  ['Jane\n Q. Doe', { family: 'Doe', given: 'Jane Q.' }],
  ['Gullgroup', { literal: 'Gullgroup' }],
  ['Sea and Sky Group', { literal: 'Sea and Sky Group' }],
  ['The Isle Collaboration', { literal: 'The Isle Collaboration' }],
  ['Doe, Jr., Jane', { family: 'Doe', given: 'Jane', suffix: 'Jr.' }],
  ['Doe, Jane, Jr.', { family: 'Doe', given: 'Jane', suffix: 'Jr.' }],
  ['Jane Doe, Jr.', { family: 'Doe', given: 'Jane', suffix: 'Jr.' }],
  ['Jane van der Doe III', { family: 'van der Doe', given: 'Jane', suffix: 'III' }],
  ['Doe Jr.', { family: 'Jr.', given: 'Doe' }],
  ['Doe, PhD, Jane', { literal: 'Doe, PhD, Jane' }],
  ['de la Cruz', { literal: 'de la Cruz' }],
  ['World Health Organization', { literal: 'World Health Organization' }],
  ['Doe,', { literal: 'Doe,' }],
  ['', { literal: '' }],
])('the name %j is divided into %j', (name, parts) => {
  expect(authorName(name)).toEqual(parts);
});
