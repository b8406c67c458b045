import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import { siteAddress } from '../loaders/environment.ts';
import { type MachineFile, wholeText } from '../publish/machine-file.ts';
import { machineFiles } from '../publish/machine-files.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { readEarlierBuild } from './earlier-build.ts';
import { writeBelow } from './files-below.ts';
import { type KeyedFile, knownFile } from './known-file.ts';
import type { MachineFilesJob, WrittenDrawings } from './machine-files-thread.ts';

/** Writes what programs read of the archive that comes in as `workerData`; says which drawings it has. */
const { archive, folder, outDir, tools } = workerData as MachineFilesJob;
const { base, site } = siteAddress();
const earlier = await readEarlierBuild(outDir, tools);
const drawings: (readonly [string, KeyedFile])[] = [];
for (const file of machineFiles(archive, siteUrls(base, site)))
  if (file.isDrawing) drawings.push([file.name, await draw(file)]);
  else await writeBelow(folder, file.name, file.contents);
parentPort?.postMessage(drawings satisfies WrittenDrawings);

/** Renders a drawing, unless the earlier build did; the renderer is loaded when there is something to render. */
async function draw(file: MachineFile): Promise<KeyedFile> {
  const svg = wholeText(file);
  const key = createHash('sha256').update(svg).digest('base64url').slice(0, 22);
  const target = join(folder, file.name);
  await mkdir(dirname(target), { recursive: true });
  const kept = earlier.keep(file.name, key, target);
  if (kept !== undefined) return kept;
  const { renderDrawing } = await import('./render-drawing.ts');
  const picture = renderDrawing(svg);
  await writeFile(target, picture);
  return { ...knownFile(file.name, picture), key };
}
