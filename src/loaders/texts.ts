import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';

import { contentSignature, hasAbout } from './content-folder.ts';
import { providedArchive } from './provided-archive.ts';

/** The collection `notes`: the text of each sound note that has one; the archive holds what else it says. */
export function notesLoader(folder: string): Loader {
  return {
    name: 'offprint-notes',
    async load(context) {
      const current = await providedArchive()?.();
      const papers = current ? [...current.archive.papers, ...current.archive.formerPapers] : [];
      const notes = papers.flatMap((paper) => paper.notes);
      const files = notes.flatMap(({ id, hasText }) => (hasText ? [`${id}.mdx`] : []));
      if (files.length === 0) context.store.clear();
      else await mdxFiles(join(folder, 'notes'), files).load(withoutWatcher(context));
      if (context.watcher) await showChange(context, folder);
    },
  };
}

/** The collection `about`: `about.mdx`, or where there is no sound one, a text that fits every archive. */
export function aboutLoader(folder: string, fallback: string): Loader {
  return {
    name: 'offprint-about',
    async load(context) {
      const base = (await hasAbout(folder)) ? folder : fallback;
      await mdxFiles(base, ['about.mdx']).load(withoutWatcher(context));
    },
  };
}

/**
 * Puts a fingerprint of the content folder into Astro's store: only when something in the store has changed,
 * Astro forgets which pages there are and has the open one loaded again.
 */
async function showChange({ meta, generateDigest }: Context, folder: string): Promise<void> {
  meta.set('content', generateDigest(await contentSignature(folder)));
}

function mdxFiles(folder: string, files: readonly string[]): Loader {
  return glob({
    pattern: [...files],
    base: pathToFileURL(folder),
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
}

type Context = Parameters<Loader['load']>[0];

/** Changed files are noticed by `liveContent`, which loads again. */
function withoutWatcher(context: Context): Context {
  const rest = { ...context };
  delete rest.watcher;
  return rest;
}
