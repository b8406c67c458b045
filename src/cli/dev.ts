import { parseArgs } from 'node:util';
import { dev } from 'astro';

import { readPort } from './site-place.ts';
import { exitCodes, runCommand } from './usage.ts';

/** `npm run dev`: serves the site while its content is written. */
async function devCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '4321' } },
  });
  await dev({ server: { port: readPort(values.port) } });
  return exitCodes.done;
}

await runCommand(() => devCommand(process.argv.slice(2)));
