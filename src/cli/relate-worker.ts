import { parentPort, workerData } from 'node:worker_threads';

import { mapLayout } from '../archive/relate/layout.ts';
import { relateArchive } from '../archive/relate/relate.ts';
import type { Archive } from '../archive/types.ts';

/** Relates the archive that comes in as `workerData`; the relations go out first, then the places of the map. */
const { relations, graph } = relateArchive(workerData as Archive);
parentPort?.postMessage(relations);
parentPort?.postMessage(mapLayout(graph));
