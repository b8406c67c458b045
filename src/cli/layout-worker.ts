import { parentPort, workerData } from 'node:worker_threads';

import { mapLayout } from '../archive/relate/layout.ts';
import type { Nearest } from '../archive/relate/types.ts';

/** Calculates the layout of the map: the graph comes in as `workerData`, the places go out as one message. */
parentPort?.postMessage(mapLayout(workerData as readonly Nearest[]));
