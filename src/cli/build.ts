import { buildCommand } from './build-command.ts';
import { runCommand } from './usage.ts';

await runCommand(() => buildCommand(process.argv.slice(2)));
