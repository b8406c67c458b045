import type { ViteDevServer } from 'vite';

/**
 * Keeps the pages that are open in browsers up to date while content changes: a page that is asked for then
 * waits, since Astro knows the content only in part.
 *
 * @param settled a promise that what is changing now has changed.
 * @returns to be called after each change: has every open page loaded again. One that was asked for before
 *   is loaded again as soon as its browser listens; until then it can be told nothing.
 */
export function openPages(server: ViteDevServer, settled: () => Promise<void>): () => void {
  let asked = 0;
  let changed = 0;
  server.middlewares.use((request, _, next) => {
    if (!request.headers.accept?.includes('text/html')) {
      next();
      return;
    }
    void settled().then(() => {
      asked = performance.now();
      next();
    });
  });
  const { hot } = server.environments.client;
  hot.on('vite:client:connect', (_, client) => {
    if (asked < changed) client.send({ type: 'full-reload' });
  });
  return () => {
    changed = performance.now();
    hot.send({ type: 'full-reload' });
  };
}
