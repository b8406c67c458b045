import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

import { contentFolder } from '../loaders/environment.ts';

/** In `npm run dev`, saving a digest or `archive.yaml` updates the open page. */
export function liveContent(): AstroIntegration {
  return {
    name: 'offprint-live-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const folder = contentFolder();
        const watched = [join(folder, 'digests'), join(folder, 'archive.yaml')];
        server.watcher.add(watched);
        server.watcher.on('all', (_, path) => {
          if (watched.some((each) => path.startsWith(each))) void refreshContent?.({});
        });
      },
    },
  };
}
