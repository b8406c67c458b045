import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

import { SECRET, writeBadInputs } from './bad-inputs.ts';
import { buildOrFail, PROJECT, temporaryFolder } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The sample archive. */
    sample: string;
    /** The sample archive under `/archive`, with a site address. */
    sampleUnderBase: string;
    /** Invented digests of every difficulty, with a site address, built with `--keep-going`. */
    awkward: string;
    /** Every bad input and what stands around it, built with `--keep-going`. */
    badInputs: string;
    /** The content folder that `badInputs` was built from. */
    badInputsContent: string;
    /** Invented papers with every kind of note, under `/archive`, with a site address. */
    noted: string;
    /** The real digests beside the project, or empty where they are not at hand. */
    real: string;
  }
}

/** Builds the sites that the browser tests look at, once for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryFolder();
  const sample = join(folder, 'sample');
  const sampleUnderBase = join(folder, 'sample-under-base');
  const awkward = join(folder, 'awkward');
  const content = join(PROJECT, 'content');
  await buildOrFail(sample, { OFFPRINT_CONTENT: content });
  await buildOrFail(sampleUnderBase, {
    OFFPRINT_CONTENT: content,
    BASE_PATH: '/archive',
    SITE_URL: 'https://papers.example.org',
  });
  await buildOrFail(
    awkward,
    {
      OFFPRINT_CONTENT: join(PROJECT, 'tests/fixtures/awkward-archive'),
      SITE_URL: 'https://papers.example.org',
    },
    ['--keep-going'],
  );
  const badInputs = join(folder, 'bad-inputs');
  const badInputsContent = join(folder, 'bad-inputs-content');
  await writeBadInputs(badInputsContent);
  await buildOrFail(badInputs, { OFFPRINT_CONTENT: badInputsContent, SECRET }, ['--keep-going']);

  const noted = join(folder, 'noted');
  await buildOrFail(noted, {
    OFFPRINT_CONTENT: join(PROJECT, 'tests/fixtures/noted-archive'),
    BASE_PATH: '/archive',
    SITE_URL: 'https://papers.example.org',
  });

  const realDigests = resolve(PROJECT, '../shared/digests');
  const hasReal = existsSync(realDigests);
  const real = join(folder, 'real');
  if (hasReal) {
    const realContent = join(folder, 'real-content');
    await mkdir(realContent);
    await symlink(realDigests, join(realContent, 'digests'));
    await writeFile(join(realContent, 'archive.yaml'), REAL_SETTINGS);
    await buildOrFail(real, { OFFPRINT_CONTENT: realContent });
  }

  project.provide('sample', sample);
  project.provide('sampleUnderBase', sampleUnderBase);
  project.provide('awkward', awkward);
  project.provide('badInputs', badInputs);
  project.provide('badInputsContent', badInputsContent);
  project.provide('noted', noted);
  project.provide('real', hasReal ? real : '');
  return remove;
}

const REAL_SETTINGS = `year: 2025
links:
  mirrors:
    hf-proxy-2.923828430.workers.dev: huggingface.co
`;
