import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What a host was asked for. */
export interface Traffic {
  readonly bytes: number;
  readonly requests: number;
}

/** A folder behind an address of this machine, with a counter. */
export interface ServedFolder {
  /** `http://127.0.0.1:…/` */
  readonly address: string;
  /** What was asked for since this was last called; and these files, got in another way. */
  taken(also: readonly string[]): Promise<Traffic>;
  close(): Promise<void>;
}

/** Browsers run scripts only by their type. */
const TEXTS: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder to this machine alone, on any free port. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  let asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = join(folder, decodeURIComponent(page));
    asked.push(file);
    const type = TEXTS[extname(file)] ?? 'application/octet-stream';
    readFile(file).then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  // A client that computes for a while would meet a connection that is just being closed.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    taken(also) {
      const files = [...also, ...asked];
      asked = [];
      return trafficOf(files);
    },
    close() {
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      server.closeAllConnections();
      return closed;
    },
  };
}

/** What it takes to send these files: text after gzip, the others as they are. */
export async function trafficOf(files: readonly string[]): Promise<Traffic> {
  let bytes = 0;
  for (const file of files) {
    const content = await readFile(file);
    bytes += TEXTS[extname(file)] !== undefined ? await gzippedSize(content) : content.length;
  }
  return { bytes, requests: files.length };
}

/** The size of a text as hosts send it that compress it once, as well as they can. */
export async function gzippedSize(content: string | Uint8Array): Promise<number> {
  return (await promisify(gzip)(content, { level: 9 })).length;
}
