import { mailCommand } from './mail-command.ts';
import { runCommand } from './usage.ts';

await runCommand(() => mailCommand(process.argv.slice(2)));
