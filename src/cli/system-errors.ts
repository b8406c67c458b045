import { getSystemErrorName } from 'node:util';

interface Explanation {
  readonly fact: string;
  readonly fix: string;
}

const FULL: Explanation = {
  fact: 'The disk is full.',
  fix: 'Make room on it, then try again.',
};
const FORBIDDEN: Explanation = {
  fact: 'This account may not write here.',
  fix: 'Change the permissions of the folder and of the one it is in, or choose another one with --outDir.',
};

/** What the errors of a file system mean that a user can do something about. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOSPC: FULL,
  EDQUOT: { fact: 'Your share of the disk is used up.', fix: FULL.fix },
  EFBIG: {
    fact: 'A file is larger than this system lets it be.',
    fix: 'Raise the limit (ulimit -f), then try again.',
  },
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: {
    fact: 'The file system is read-only.',
    fix: 'Mount it for writing, or choose another folder with --outDir.',
  },
  EBUSY: {
    fact: 'The folder is in use or a mount point, so that nothing can take its place.',
    fix: 'Choose a folder inside it with --outDir.',
  },
  ENOTDIR: {
    fact: 'A part of this path is a file and no folder.',
    fix: 'Choose another folder with --outDir.',
  },
  ENAMETOOLONG: {
    fact: 'The name is too long for the file system.',
    fix: 'Choose a shorter one.',
  },
};

/** Calls that fail with the same codes for other reasons. */
const NOT_OF_FILES = /^(?:spawn|listen|connect|bind|kill)/;

/**
 * What an error of the file system means, as a message for a user: place, fact, fix. Nothing for all other
 * errors. Looks through the errors that tools have wrapped it in.
 */
export function systemMessage(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  const explanation = code === undefined ? undefined : EXPLANATIONS[code];
  if (explanation === undefined) return systemMessage(error.cause);
  const { fact, fix } = explanation;
  return `${placeOf(error)}${fact} ${fix} [${String(code)}]`;
}

function codeOf(error: Error): string | undefined {
  if ('syscall' in error && 'code' in error)
    return NOT_OF_FILES.test(String(error.syscall)) ? undefined : String(error.code);
  // Tools that are written in Rust.
  const written = /\(os error (\d{1,3})\)/.exec(error.message)?.[1];
  return written === undefined ? undefined : getSystemErrorName(-Number(written));
}

/** What is written, of the two paths of a copy; what is to move, of those of a renaming. */
function placeOf(error: Error): string {
  const isCopy = 'dest' in error && 'syscall' in error && error.syscall !== 'rename';
  const path = isCopy ? error.dest : 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? `${path}: ` : '';
}
