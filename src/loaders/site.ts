import type { Loader } from 'astro/loaders';

import type { Problem } from '../digest/types.ts';
import type { ArchiveSource } from './archive-source.ts';

/**
 * The collection `site`: one entry, `site`, with what `archive.yaml` says of the archive as a whole.
 * Also the gate for content with errors.
 *
 * @param toleratesErrors publish what is sound; without it, a build stops here.
 */
export function siteLoader(source: ArchiveSource, toleratesErrors: boolean): Loader {
  return {
    name: 'offprint-site',
    async load({ store, parseData, logger, watcher }) {
      const { settings, problems } = await source.read();
      const errors = problems.filter((found) => found.severity === 'error');
      if (watcher) for (const found of problems) logger.warn(lineOf(found));
      else if (errors.length > 0 && !toleratesErrors) throw new Error(summary(errors));
      const { title, description, language } = settings;
      store.clear();
      store.set({
        id: 'site',
        data: await parseData({ id: 'site', data: { title, description, language } }),
      });
    },
  };
}

function summary(errors: readonly Problem[]): string {
  return `The content has errors:\n${errors.map(lineOf).join('\n')}`;
}

function lineOf({ file, line, column, message, hint }: Problem): string {
  return `${file}:${String(line)}:${String(column)} ${message} ${hint}`;
}
