/** What a service worker knows of the build it belongs to. The build writes it at the head of the worker. */
export interface OfflineBuild {
  /** Equal for two builds only when all of their files are. */
  readonly id: string;
  /** Names of the files that are always kept. */
  readonly shell: readonly string[];
  /** The index of the search: the names of its files, the catalogue last, and their bytes in all. */
  readonly search: { readonly files: readonly string[]; readonly bytes: number };
  /** The fingerprints of all files, packed. */
  readonly fingerprints: string;
}

/** Bytes up to which the search is kept without being asked for. */
export const SMALL_SEARCH = 2_000_000;

/**
 * The name that files, addresses and fingerprints share: a path below the folder of the site, without the
 * `index.html` that hosts add to a folder.
 */
export function fileName(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
