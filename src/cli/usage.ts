import { ContentFolderError } from '../loaders/content-folder.ts';
import { SearchIndexError } from '../search/index/search-index-error.ts';
import { systemMessage } from './system-errors.ts';

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file was saved while the site was built, so that its pages and its search index may differ. */
export class ContentChangedError extends Error {
  override readonly name = 'ContentChangedError';
}

/** Exit codes of every command. */
export const exitCodes = { done: 0, contentErrors: 1, wrongUse: 2 } as const;

/**
 * Runs a command and sets the exit code: what it returns, 2 for wrong use, 1 for anything else that keeps it
 * from its work. What a user can put right is told in a sentence, the unforeseen as the whole error.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  // Nothing is asked of or told to anybody on the network; Astro would report its use.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      error instanceof ContentFolderError ||
      (error instanceof TypeError && 'code' in error && isParseArgsCode(error.code));
    const isPlain =
      isUsage || error instanceof ContentChangedError || error instanceof SearchIndexError;
    console.error(isPlain ? error.message : (systemMessage(error) ?? error));
    process.exitCode = isUsage ? exitCodes.wrongUse : exitCodes.contentErrors;
  }
}

/** The codes `util.parseArgs` throws start alike. */
function isParseArgsCode(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}
