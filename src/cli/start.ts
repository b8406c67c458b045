import { parseArgs } from 'node:util';
import { preview } from 'astro';

import { buildCommand } from './build-command.ts';
import { exitCodes, runCommand } from './usage.ts';

/** `npm start`: builds the site, serves it on this machine and prints the address. */
async function startCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '4321' } },
  });
  const code = await buildCommand([]);
  if (code !== exitCodes.done) return code;
  const server = await preview({ server: { port: Number(values.port) }, logLevel: 'error' });
  const base = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  console.log(`Open http://localhost:${String(server.port)}${base} (stop with Ctrl-C)`);
  await server.closed();
  return exitCodes.done;
}

await runCommand(() => startCommand(process.argv.slice(2)));
