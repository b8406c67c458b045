import { workerData } from 'node:worker_threads';

import { siteAddress } from '../loaders/environment.ts';
import { wholeText } from '../publish/machine-file.ts';
import { machineFiles } from '../publish/machine-files.ts';
import { siteUrls } from '../publish/site-urls.ts';
import { writeBelow } from './files-below.ts';
import type { MachineFilesJob } from './machine-files-thread.ts';

/** Writes what programs read of the archive that comes in as `workerData`. */
const { archive, folder } = workerData as MachineFilesJob;
const { base, site } = siteAddress();
for (const file of machineFiles(archive, siteUrls(base, site)))
  await writeBelow(
    folder,
    file.name,
    file.isDrawing ? await picture(wholeText(file)) : file.contents,
  );

/** The renderer is loaded when there is something to render. */
async function picture(svg: string): Promise<Uint8Array> {
  const { renderDrawing } = await import('./render-drawing.ts');
  return renderDrawing(svg);
}
