import { z } from 'zod';

import type { Problem } from '../digest/types.ts';
import { mailSettings } from './mail-settings.ts';
import { repositoryOf } from './repository.ts';
import { shownText } from './shown-text.ts';
import { readYaml } from './yaml-values.ts';

const host = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, 'must be a host name such as example.org');

const repository = z.strictObject({
  /** Where the content is kept; pages link to the digests in it. */
  address: z
    .string()
    .refine(
      (address) => repositoryOf(address) !== undefined,
      'must be the address of a repository such as https://github.com/owner/name',
    )
    .optional(),
  /** The branch that the site is built from. */
  branch: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'must be the name of a branch such as main')
    .default('main'),
  /** The content folder, as a path in the repository. */
  folder: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'must be a path in the repository such as content')
    .default('content'),
});

/** A name that fits into a line. */
const topicName = shownText.max(100);

const schema = z.strictObject({
  title: shownText.default('Paper archive'),
  description: shownText.default('Papers by date, with full-text search.'),
  /** Language of the papers, as a BCP 47 tag. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as en or pt-BR')
    .default('en'),
  /** The year of digests whose date line and file name state none. */
  year: z.int().min(1000).max(9999).optional(),
  /** Whether readers' browsers keep pages and the search for use without a connection. */
  offline: z.boolean().default(true),
  repository: repository.prefault({}),
  mail: mailSettings.prefault({}),
  /** What people know better than the texts: names of topics, in any form of their words. */
  topics: z
    .strictObject({
      /** Terms that are topics, however few titles have them. */
      add: z.array(topicName).default([]),
      /** Topics that are none. */
      hide: z.array(topicName).default([]),
      /** A topic → what it is called. */
      rename: z.record(topicName, topicName).default({}),
      /** A topic → the one it is a part of. */
      merge: z.record(topicName, topicName).default({}),
    })
    .prefault({}),
  links: z
    .strictObject({
      /** Host of a mirror or proxy → the host it stands for. */
      mirrors: z.record(host, host).default({}),
    })
    .prefault({}),
});

/** What `archive.yaml` says, with every default filled in. */
export type Settings = z.infer<typeof schema>;

/** The settings of a content folder without `archive.yaml`. */
export const defaultSettings: Settings = schema.parse({});

/**
 * Reads `archive.yaml`.
 *
 * @param file its path relative to the content folder, for the problems.
 * @returns the settings, or the defaults and every error with its line.
 */
export function readSettings(
  text: string,
  file: string,
): { settings: Settings; problems: readonly Problem[] } {
  const source = { file, firstLine: 1, code: 'settings-invalid' } as const;
  const { value, problems } = readYaml(text, schema, source);
  return { settings: value ?? defaultSettings, problems };
}
