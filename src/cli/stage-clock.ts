/** What a build does; all but `wait` and `read` overlap. `files` are those that Astro does not write. */
export type StageName = 'read' | 'wait' | 'relate' | 'map' | 'pages' | 'search' | 'files';

/** A stretch of time in which a stage was at work, in seconds since the process started. */
export interface StageSpan {
  readonly name: StageName;
  readonly start: number;
  readonly end: number;
}

/** Is told of stages as they go on. */
export interface StageWatcher {
  /** A stage begins; it ends when what is returned is called. */
  readonly begun: (name: StageName) => () => void;
  /** How many of how many things a stage has done. */
  readonly counted: (name: StageName, done: number, all: number) => void;
}

/** Notes when the stages of a build begin and end. A stage may come more than once. */
export class StageClock {
  readonly #spans: StageSpan[] = [];
  readonly #watcher: StageWatcher | undefined;

  constructor(watcher?: StageWatcher) {
    this.#watcher = watcher;
  }

  /** The stages that have ended, in the order of their ends. */
  get spans(): readonly StageSpan[] {
    return this.#spans;
  }

  /** A stage begins now and ends when what is returned is called. */
  begin(name: StageName): () => void {
    const start = secondsSinceStart();
    const end = this.#watcher?.begun(name);
    return () => {
      end?.();
      this.#spans.push({ name, start, end: secondsSinceStart() });
    };
  }

  /** A stage has done so many of so many things. */
  count(name: StageName, done: number, all: number): void {
    this.#watcher?.counted(name, done, all);
  }

  /** Does the work of a stage; nothing is noted of work that fails. */
  async time<T>(name: StageName, work: () => Promise<T>): Promise<T> {
    const end = this.begin(name);
    const result = await work();
    end();
    return result;
  }

  /** When a stage ended for the last time; 0 if it never did. */
  endOf(name: StageName): number {
    return this.#spans.findLast((span) => span.name === name)?.end ?? 0;
  }
}

/** Seconds since this process started. */
export function secondsSinceStart(): number {
  return performance.now() / 1000;
}
