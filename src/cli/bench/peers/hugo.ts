import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { UsageError } from '../../usage.ts';
import type { Peer } from './peer.ts';

/** Hugo, from the machine it runs on. */
export const hugo: Peer = {
  async install(tools, signal) {
    const { stdout } = await promisify(execFile)('hugo', ['version'], { signal }).catch(
      (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
        throw new UsageError(
          'Hugo is not installed. On Debian and Ubuntu: apt-get install hugo. ' +
            'Elsewhere: https://gohugo.io/installation/',
        );
      },
    );
    return {
      name: `Hugo ${/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? ''}`.trim(),
      templates: join(import.meta.dirname, 'hugo'),
      home: '_index.md',
      command: (site) => [
        'hugo',
        ...['--quiet', '--destination', site, '--cacheDir', join(tools, 'hugo-cache')],
      ],
    };
  },
};
