import { asPaperId, shownTitle, type ShownPaper } from '../saved-paper.ts';

/** Addresses longer than this are cut by some programs. */
export const LONGEST_ADDRESS = 8000;

/** A link carries no more papers than that. */
export const MOST_SHARED = 2000;

const START = '#share=1.';
const LONGEST_TITLE = 500;
/** Bytes that a list of so many papers may have; more than that is not ours. */
const MOST_BYTES = MOST_SHARED * (LONGEST_TITLE + 100);

/**
 * The fragment of an address that carries a list: a line for each paper, `id` or `id<tab>title`, deflated
 * (RFC 1951) and written as base64url (RFC 4648). Titles are in it when the whole address stays within
 * `LONGEST_ADDRESS`, else the ids alone.
 *
 * @param room characters that the address before the fragment takes.
 */
export async function shareFragment(papers: readonly ShownPaper[], room: number): Promise<string> {
  const withTitles = papers.map(({ id, title }) =>
    title === id ? id : `${id}\t${title.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE)}`,
  );
  const full = START + (await packed(withTitles.join('\n')));
  if (room + full.length <= LONGEST_ADDRESS) return full;
  return START + (await packed(papers.map(({ id }) => id).join('\n')));
}

/**
 * The papers that a fragment carries, each once; a title that it does not hold is the id. Nothing when it
 * cannot be read.
 */
export async function sharedPapers(fragment: string): Promise<readonly ShownPaper[] | undefined> {
  if (!fragment.startsWith(START)) return undefined;
  try {
    const lines = (await unpacked(fragment.slice(START.length))).split('\n', MOST_SHARED);
    const papers = new Map<string, ShownPaper>();
    for (const line of lines) {
      const [first = '', title = ''] = line.split('\t');
      const id = asPaperId(first);
      if (id !== undefined && !papers.has(id))
        papers.set(id, { id, title: shownTitle(title.slice(0, LONGEST_TITLE)).trim() || id });
    }
    return [...papers.values()];
  } catch {
    return undefined;
  }
}

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws when the text is none that `packed` wrote. */
async function unpacked(text: string): Promise<string> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let written = '';
  // A short address can unfold to more than a browser has room for.
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) throw new RangeError('Longer than any list');
    written += decoder.decode(part.value, { stream: true });
  }
  return written + decoder.decode();
}
