import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** A built site on this machine. */
export interface ServedSite {
  /** Address of a path below the base, which starts with `/`. */
  url: (path: string) => string;
  /** Serves another folder from now on, as a host does after a deployment. */
  show: (outDir: string) => void;
  /** Answers nothing any more, as happens on a poor connection. */
  hang: () => void;
  close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a built site as a static host does: `index.html` for folders, `404.html` with its status.
 *
 * @param headers sent with every response, as hosts that read `_headers` do.
 */
export async function serve(
  outDir: string,
  base = '/',
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  let folder = outDir;
  let hangs = false;
  const server = createServer((request, response) => {
    if (hangs) return;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : '';
    const wanted = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
    const isFile = pathname.startsWith(base) && existsSync(wanted) && statSync(wanted).isFile();
    const file = isFile ? wanted : join(folder, '404.html');
    response.writeHead(isFile ? 200 : 404, {
      ...headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${String(address.port)}`;
  return {
    url: (path) => origin + base.replace(/\/$/, '') + path,
    show: (next) => {
      folder = next;
    },
    hang: () => {
      hangs = true;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
}
