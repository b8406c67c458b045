import { describe, expect, test } from 'vitest';

import { checkSitePlace } from '../../src/cli/site-place.ts';
import { UsageError } from '../../src/cli/usage.ts';

describe('REPOSITORY_URL', () => {
  test.each(['', 'https://github.com/keeper/gulls', 'https://codeberg.org/keeper/gulls.git'])(
    'may be %j',
    (address) => {
      expect(() => {
        checkSitePlace({ REPOSITORY_URL: address });
      }).not.toThrow();
    },
  );

  test.each(['keeper/gulls', 'git@github.com:keeper/gulls.git', 'https://github.com/keeper'])(
    '%j is a mistake of the call',
    (address) => {
      const check = (): void => {
        checkSitePlace({ REPOSITORY_URL: address });
      };
      expect(check).toThrow(UsageError);
      expect(check).toThrow(
        `REPOSITORY_URL is “${address}”. Write the address of the repository, https://github.com/owner/name.`,
      );
    },
  );

  test('need not be there', () => {
    expect(() => {
      checkSitePlace({});
    }).not.toThrow();
  });
});
