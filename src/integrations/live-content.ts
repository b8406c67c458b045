import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';

import { contentFolder } from '../loaders/environment.ts';

/** In `npm run dev`, saving a file of the content folder updates the open page. */
export function liveContent(): AstroIntegration {
  return {
    name: 'offprint-live-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const folder = contentFolder();
        const names = ['digests', 'notes', 'archive.yaml', 'about.mdx'];
        const watched = names.map((name) => join(folder, name));
        const refresh = oneAtATime(async () => {
          // An editor may empty a file before it fills it.
          await pause(SETTLED);
          await refreshContent?.({}).catch((error: unknown) => {
            logger.error(String(error));
          });
        });
        server.watcher.add(watched);
        server.watcher.on('all', (_, path) => {
          if (watched.some((each) => path.startsWith(each))) refresh();
        });
      },
    },
  };
}

/** Milliseconds after which a file that is being saved is whole. */
const SETTLED = 50;

/** Does a piece of work, and once more when it is asked for while at it; nothing asked for is missed. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isAsked = false;
  let isAtWork = false;
  const run = async (): Promise<void> => {
    isAtWork = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isAtWork = false;
  };
  return () => {
    isAsked = true;
    if (!isAtWork) void run();
  };
}
