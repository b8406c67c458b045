import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

import { problemLine } from '../digest/problems.ts';
import { archiveSource } from '../loaders/archive-source.ts';
import { contentFolder } from '../loaders/environment.ts';
import { provideArchive } from '../loaders/provided-archive.ts';
import { openPages } from './open-pages.ts';

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
        let changing = Promise.resolve();
        const reload = openPages(server, () => changing);
        const refresh = oneAtATime(async () => {
          // An editor may empty a file before it fills it.
          await pause(SETTLED);
          await report(logger)
            .then(() => refreshContent?.({}))
            .catch((error: unknown) => {
              logger.error(String(error));
            });
          reload();
        });
        // The folder, not the files in it: one that is not there yet would go unnoticed.
        server.watcher.add(folder);
        server.watcher.on('all', (_, path) => {
          if (watched.some((each) => path.startsWith(each))) changing = refresh();
        });
      },
    },
  };
}

/** Milliseconds after which a file that is being saved is whole. */
const SETTLED = 50;

/**
 * Does a piece of work, and once more when it is asked for while at it; nothing asked for is missed. Gives
 * a promise of the end of all of it.
 */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let isAsked = false;
  let atWork: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      await work();
    }
    atWork = undefined;
  };
  return () => {
    isAsked = true;
    return (atWork ??= run());
  };
}
