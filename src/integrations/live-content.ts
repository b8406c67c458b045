import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

import { problemLine } from '../digest/problems.ts';
import { archiveSource } from '../loaders/archive-source.ts';
import { contentFolder } from '../loaders/environment.ts';
import { provideArchive } from '../loaders/provided-archive.ts';

/** In `npm run dev`, pages show the content folder as it is; saving a file of it updates the open page. */
export function liveContent(): AstroIntegration {
  const folder = contentFolder();
  const source = archiveSource(folder);
  const report = async (logger: AstroIntegrationLogger): Promise<void> => {
    const { problems } = (await source()).archive;
    for (const found of problems) logger.warn(problemLine(found));
  };
  return {
    name: 'offprint-live-content',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'dev') return;
        provideArchive(source);
        await report(logger);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const names = ['digests', 'notes', 'archive.yaml', 'about.mdx'];
        const watched = names.map((name) => join(folder, name));
        const refresh = oneAtATime(async () => {
          // An editor may empty a file before it fills it.
          await pause(SETTLED);
          await report(logger)
            .then(() => refreshContent?.({}))
            .catch((error: unknown) => {
              logger.error(String(error));
            });
          server.environments.client.hot.send({ type: 'full-reload' });
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
