import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';

import { buildCommand } from './build-command.ts';
import { readPort } from './site-place.ts';
import { exitCodes, runCommand } from './usage.ts';

const HELP = `Usage: npm start -- [--port N] [--outDir DIR] [--keep-going]

Builds the site, serves it on this machine and prints the address.

  --port N       the port to serve it on (default: 4321)
  The other options are those of npm run build.`;

/** `npm start`: builds the site, serves it on this machine and prints the address. */
async function startCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4321' },
      outDir: { type: 'string', default: 'dist' },
      'keep-going': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return exitCodes.done;
  }
  const port = readPort(values.port);
  const keepGoing = values['keep-going'] ? ['--keep-going'] : [];
  const code = await buildCommand(['--outDir', values.outDir, ...keepGoing]);
  if (code !== exitCodes.done) return code;
  const server = await preview({
    outDir: resolve(values.outDir),
    server: { port },
    logLevel: 'error',
  });
  const base = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  console.log(`Open http://localhost:${String(server.port)}${base} (stop with Ctrl-C)`);
  await server.closed();
  return exitCodes.done;
}

await runCommand(() => startCommand(process.argv.slice(2)));
