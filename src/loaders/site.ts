import type { Loader } from 'astro/loaders';

import { problemLine } from '../digest/problems.ts';
import type { Problem } from '../digest/types.ts';
import type { ArchiveSource } from './archive-source.ts';
import { formerAddresses } from './former.ts';

/**
 * The collection `site`: one entry, `site`, with what `archive.yaml` says of the archive as a whole.
 * Also the gate for content with errors.
 *
 * @param toleratesErrors publish what is sound; without it, a build stops here.
 * @param repositoryAddress counts before the one in `archive.yaml`.
 */
export function siteLoader(
  source: ArchiveSource,
  toleratesErrors: boolean,
  repositoryAddress: string | undefined,
): Loader {
  return {
    name: 'offprint-site',
    async load({ store, parseData, logger, watcher }) {
      const archive = await source.archive();
      const { settings, problems } = archive;
      const errors = problems.filter((found) => found.severity === 'error');
      if (watcher) for (const found of problems) logger.warn(problemLine(found));
      else if (errors.length > 0 && !toleratesErrors) throw new Error(summary(errors));
      const { title, description, language, offline } = settings;
      const mailSubscription = settings.mail.subscribe;
      const { address: stated, branch, folder } = settings.repository;
      const address = repositoryAddress ?? stated;
      const former = formerAddresses(archive);
      const repository = address === undefined ? undefined : { address, branch, folder };
      const newest = archive.dates.at(-1)?.date;
      const relations = await source.relations();
      store.clear();
      store.set({
        id: 'site',
        data: await parseData({
          id: 'site',
          data: {
            ...{
              title,
              description,
              language,
              offline,
              newest,
              repository,
              former,
              mailSubscription,
            },
            rising: relations.rising,
            areas: relations.areas.map(({ slug, papers }) => ({ slug, papers: papers.length })),
          },
        }),
      });
    },
  };
}

function summary(errors: readonly Problem[]): string {
  return `The content has errors:\n${errors.map(problemLine).join('\n')}`;
}
