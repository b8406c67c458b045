import { parentPort, workerData } from 'node:worker_threads';

import { runPart, type Part } from './part.ts';
import { otherSeeds, ownSeeds } from './seeds.ts';

/** What a worker is given. */
export interface WorkerTask extends Part {
  /** Content folders to take more digests from. */
  readonly folders: readonly string[];
}

const task = workerData as WorkerTask;
parentPort?.postMessage(await runPart([...ownSeeds(), ...otherSeeds(task.folders)], task));
