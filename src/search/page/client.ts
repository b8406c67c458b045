import type { SearchRequest } from '../search.ts';
import type { Numbered, Page, Question, Reply, Row } from './messages.ts';

/** Asks the worker. Every method rejects when the index cannot be read. */
export interface SearchClient {
  /** Starts reading the index. */
  readonly open: () => Promise<void>;
  /** The answer with its first rows; undefined when it was asked something newer before it began. */
  readonly search: (request: SearchRequest, rows: number) => Promise<Page | undefined>;
  readonly rows: (papers: readonly number[]) => Promise<readonly Row[]>;
  readonly close: () => void;
}

/** @param index the address of the folder of the index. */
export function searchClient(index: URL): SearchClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: index.href,
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let questions = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Numbered<Reply>>) => {
    waiting.get(data.number)?.(data.value);
    waiting.delete(data.number);
  });
  worker.addEventListener('error', () => {
    for (const settle of waiting.values())
      settle({ kind: 'failed', message: 'The search could not be started.' });
    waiting.clear();
  });
  const ask = (value: Question): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const number = (questions += 1);
      waiting.set(number, (reply) => {
        if (reply.kind === 'failed') reject(new Error(reply.message));
        else resolve(reply);
      });
      const message: Numbered<Question> = { number, value };
      worker.postMessage(message);
    });

  // One search runs, the newest one waits: fast typing does not pile them up.
  let running: Promise<unknown> = Promise.resolve();
  let newest = 0;
  return {
    open: async () => {
      await ask({ kind: 'open' });
    },
    search: async (request, rows) => {
      const turn = (newest += 1);
      await running.catch(() => undefined);
      if (turn !== newest) return undefined;
      const asked = ask({ kind: 'search', request, rows });
      running = asked;
      const reply = await asked;
      return reply.kind === 'page' ? reply.page : undefined;
    },
    rows: async (papers) => {
      const reply = await ask({ kind: 'rows', papers });
      return reply.kind === 'rows' ? reply.rows : [];
    },
    close: () => {
      worker.terminate();
    },
  };
}
