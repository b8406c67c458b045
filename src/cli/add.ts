import { addCommand } from './add-command.ts';
import { runCommand } from './usage.ts';

await runCommand(() => addCommand(process.argv.slice(2)));
