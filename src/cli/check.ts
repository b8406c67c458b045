import { checkCommand } from './check-command.ts';
import { runCommand } from './usage.ts';

await runCommand(() => checkCommand(process.argv.slice(2)));
