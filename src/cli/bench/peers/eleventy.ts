import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { UsageError } from '../../usage.ts';
import type { Peer } from './peer.ts';

const TEMPLATES = join(import.meta.dirname, 'eleventy');

/** Eleventy, in the version of its lockfile here; no dependency of the project, which does not need it. */
export const eleventy: Peer = {
  async install(tools, signal) {
    const home = join(tools, 'eleventy');
    await mkdir(home);
    for (const name of ['package.json', 'package-lock.json'])
      await cp(join(TEMPLATES, name), join(home, name));
    const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['ci', ...options], { cwd: home, signal }).catch(
      (error: unknown) => {
        signal.throwIfAborted();
        const reason = error instanceof Error ? error.message.trim() : String(error);
        throw new UsageError(
          `Eleventy, which --against compares with, could not be installed. Is the npm registry within reach?\n${reason}`,
        );
      },
    );
    const package_ = join(home, 'node_modules/@11ty/eleventy');
    const { version } = JSON.parse(await readFile(join(package_, 'package.json'), 'utf8')) as {
      version: string;
    };
    return {
      name: `Eleventy ${version}`,
      templates: TEMPLATES,
      home: 'index.md',
      command: (site) => [
        process.execPath,
        ...[join(package_, 'cmd.cjs'), '--quiet', `--output=${site}`],
      ],
    };
  },
};
