import { UsageError } from '../../usage.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';

/** Another generator of static sites. */
export interface Peer {
  /**
   * Finds it, or installs it.
   *
   * @param tools an existing folder, for as long as it is used.
   * @throws UsageError when it cannot be had.
   */
  readonly install: (tools: string, signal: AbortSignal) => Promise<InstalledPeer>;
}

/** A generator that is ready to run. */
export interface InstalledPeer {
  /** As readers know it, with its version. */
  readonly name: string;
  /** A folder to copy: its settings and templates. Pages go into `content/` there. */
  readonly templates: string;
  /** The name of the home page's file. */
  readonly home: string;
  /** The program and its arguments; it runs in the copied folder. */
  readonly command: (site: string) => readonly [string, ...string[]];
}

const PEERS: Readonly<Record<string, Peer>> = { hugo, eleventy };

/**
 * Reads the option `--against`: generators in the order in which they run.
 *
 * @throws UsageError when one is not known.
 */
export function readPeers(list: string | undefined): readonly Peer[] {
  const names = new Set(list?.split(',').map((item) => item.trim()));
  return [...names].map((name) => {
    const peer = Object.hasOwn(PEERS, name) ? PEERS[name] : undefined;
    if (peer === undefined)
      throw new UsageError(
        `--against takes ${Object.keys(PEERS).join(' and ')}, with a comma between; not “${name}”.`,
      );
    return peer;
  });
}
