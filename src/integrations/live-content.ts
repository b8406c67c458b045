import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

import { contentFolder } from '../loaders/environment.ts';

/** In `npm run dev`, saving a file of the content folder updates the open page. */
export function liveContent(): AstroIntegration {
  return {
    name: 'offprint-live-content',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const folder = contentFolder();
        const names = ['digests', 'notes', 'archive.yaml', 'about.mdx'];
        const watched = names.map((name) => join(folder, name));
        server.watcher.add(watched);
        server.watcher.on('all', (_, path) => {
          if (watched.some((each) => path.startsWith(each))) void refreshContent?.({});
        });
      },
    },
  };
}
