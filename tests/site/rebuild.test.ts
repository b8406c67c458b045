import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { knownFile } from '../../src/cli/known-file.ts';
import { blocks } from '../helpers.ts';
import { propertySeed } from '../property-seed.ts';
import { cloneProject, hashes, runBuild, temporaryFolder } from './build.ts';

let folder: string;
let project: string;
let content: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  project = join(folder, 'project');
  content = join(folder, 'content');
  await cloneProject(project);
  await mkdir(join(content, 'digests'), { recursive: true });
  await write(LASTING_DAY, LASTING);
});
afterAll(() => remove());

const BIRDS = ['Gulls', 'Terns', 'Puffins', 'Auks', 'Skuas', 'Petrels', 'Gannets', 'Fulmars'];
const PLACES = ['Harbours', 'Estuaries', 'Lighthouses', 'Breakwaters', 'Salt Marshes'];
/** A day whose digest stays as it is, and a paper of it. */
const LASTING_DAY = '03';
const LASTING = blocks(
  ...BIRDS.slice(0, 4).flatMap((bird) => [
    `Counting ${bird} in Harbours`,
    `We count ${bird.toLowerCase()} in harbours with glass jars, as a tidal calendar tells us to.`,
  ]),
);
const NOTED = 'counting-gulls-in-harbours';
const DAYS = ['01', '02', '04', '05', '06'];

/** Papers that have words in common, so that they are related. */
const paper = fc
  .record({
    bird: fc.constantFrom(...BIRDS),
    place: fc.constantFrom(...PLACES),
    jars: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ bird, place, jars }) => [
    `Counting ${bird} in ${place}`,
    `We count ${bird.toLowerCase()} in ${place.toLowerCase()} with ${String(jars)} glass jars. ` +
      `A tidal calendar tells when ${bird.toLowerCase()} rest, and the jars tell how many there were.`,
  ]);
const digest = fc
  .uniqueArray(paper, { minLength: 2, maxLength: 6, selector: ([title]) => title })
  .map((papers) => blocks(...papers.flat()));
const day = fc.constantFrom(...DAYS);

/** One change between two builds; says what it did. */
type Change = () => Promise<string>;
const digestFile = (name: string): string => join(content, `digests/2025-03-${name}.txt`);
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(day, digest).map(
      ([name, text]) =>
        () =>
          write(name, text),
    ),
  },
  { weight: 1, arbitrary: day.map((name) => () => takeAway(name)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Gulls daily', 'Terns weekly').map((title) => async () => {
      await writeFile(join(content, 'archive.yaml'), `title: ${title}\n`);
      return `title ${title}`;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Alike', 'Near').map((heading) => async () => {
      const template = join(project, 'src/components/Related.astro');
      const source = await readFile(template, 'utf8');
      await writeFile(template, source.replace(/<h2>.*<\/h2>/, `<h2>${heading}</h2>`));
      return `template ${heading}`;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('one', 'two').map((text) => async () => {
      await mkdir(join(content, 'notes'), { recursive: true });
      await writeFile(join(content, `notes/${NOTED}.mdx`), `---\n---\nA note: ${text}.\n`);
      return `note ${text}`;
    }),
  },
);

async function write(name: string, text: string): Promise<string> {
  await writeFile(digestFile(name), text);
  return `digest ${name}`;
}

async function takeAway(name: string): Promise<string> {
  await rm(digestFile(name), { force: true });
  return `no digest ${name}`;
}

async function build(outDir: string): Promise<void> {
  const place = { SITE_URL: 'https://papers.example.org', OFFPRINT_CONTENT: content };
  const { code, output } = await runBuild(['--outDir', outDir], place, project);
  if (code !== 0) throw new Error(output);
}

const STEPS = 6;

test(
  'after any changes, a rebuild is byte for byte what a clean build makes',
  { timeout: 600_000 },
  async () => {
    const steps = fc.array(change, { minLength: STEPS, maxLength: STEPS });
    const [sequence = []] = fc.sample(steps, { seed: propertySeed, numRuns: 1 });
    const site = join(folder, 'site');
    const clean = join(folder, 'clean');
    const done: string[] = [];
    await build(site);
    for (const step of sequence) {
      done.push(await step());
      await build(site);
      await rm(clean, { recursive: true, force: true });
      await build(clean);
      expect(await hashes(site), `seed ${String(propertySeed)}: ${done.join(', ')}`).toEqual(
        await hashes(clean),
      );
    }
  },
);

test('a file that is as it was keeps its time; one that was damaged is made again', async () => {
  const site = join(folder, 'kept-site');
  await build(site);
  // A page with a note is made each time.
  const papers = (await readdir(join(site, 'papers'))).filter(
    (name) => name.startsWith('counting') && name !== NOTED,
  );
  const files = papers.map((name) => join(site, 'papers', name, 'index.html'));
  const [damaged = '', gone = '', ...others] = files;
  const asset = join(site, '_astro', (await readdir(join(site, '_astro')))[0] ?? '');
  const lasting = [...others, asset, join(site, 'dates/2025-03-03.md')];
  const before = await Promise.all(lasting.map((file) => stat(file)));
  const whole = await hashes(site);
  await appendFile(damaged, '<p>Not ours.</p>');
  await rm(gone);
  await build(site);
  expect(await hashes(site)).toEqual(whole);
  const after = await Promise.all(lasting.map((file) => stat(file)));
  expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs));
  expect(others).not.toEqual([]);
});

test.each([
  ['damaged', (text: string) => text.slice(0, -2)],
  ['of another version', (text: string) => text.replace('"files"', '"pages"')],
  ['of other code', (text: string) => text.replace(/"tools":"[^"]*"/, '"tools":"others"')],
])('what an earlier build left is not used when it is %s', async (_, changed) => {
  const site = join(folder, 'stale-site');
  await build(site);
  const whole = await hashes(site);
  const file = 'papers/counting-terns-in-harbours/index.html';
  const records = join(project, '.astro/built');
  // A page that is as its record says, but not as this build makes it.
  await appendFile(join(site, file), '<p>Stale.</p>');
  const { digest } = knownFile(file, await readFile(join(site, file)));
  for (const name of (await readdir(records)).filter((each) => each.endsWith('.json'))) {
    const record = join(records, name);
    const entry = new RegExp(`("${file}":\\["[^"]*",)"[^"]*"`);
    const text = (await readFile(record, 'utf8')).replace(entry, `$1"${digest}"`);
    await writeFile(record, changed(text));
  }
  await build(site);
  expect(await hashes(site)).toEqual(whole);
});
