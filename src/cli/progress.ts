import type { StageName, StageWatcher } from './stage-clock.ts';

/** What the stages are called while people wait. */
const LABELS: Readonly<Record<StageName, string>> = {
  read: 'Reading the digests',
  wait: 'Waiting for another build',
  relate: 'Relating papers',
  map: 'Drawing the map',
  pages: 'Rendering pages',
  search: 'Indexing for the search',
  files: 'Writing files for programs',
};

/** Where progress is shown: standard error, or as much of it as is needed. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Milliseconds between two looks at the line. */
const REFRESH = 100;
/** A stage that takes less is not worth a line of its own where lines stay. */
const LEAST_SECONDS = 1;
/** The start of the line, and what removes the rest of it (ECMA-48, EL). */
const CLEAR = '\r\u001b[K';

/**
 * Shows how far a build is: in a terminal one line that changes, with stages, counts and the time left, and is
 * gone in the end; elsewhere, as in CI, a plain line for each stage that is done.
 *
 * @param now milliseconds of any clock.
 */
export function progress(terminal: Terminal, now: () => number): StageWatcher {
  return terminal.isTTY === true && process.env['TERM'] !== 'dumb'
    ? changingLine(terminal, now)
    : plainLines(terminal, now);
}

function plainLines(terminal: Terminal, now: () => number): StageWatcher {
  return {
    begun: (name) => {
      const start = now();
      return () => {
        const seconds = (now() - start) / 1000;
        if (seconds >= LEAST_SECONDS) terminal.write(`${LABELS[name]}: ${seconds.toFixed(1)} s\n`);
      };
    },
    counted: () => undefined,
  };
}

interface RunningStage {
  /** When things were counted first, and how many of them there were then. */
  first: { readonly at: number; readonly done: number } | undefined;
  done: number;
  all: number;
}

function changingLine(terminal: Terminal, now: () => number): StageWatcher {
  const running = new Map<StageName, RunningStage>();
  let shownAt = -Infinity;
  const show = (): void => {
    shownAt = now();
    const parts = Array.from(running, ([name, stage]) => partOf(name, stage, now()));
    // Some terminals do not know how wide they are.
    const width =
      (terminal.columns === undefined || terminal.columns === 0 ? 80 : terminal.columns) - 1;
    terminal.write(CLEAR + parts.join(' · ').slice(0, width));
  };
  return {
    begun: (name) => {
      running.set(name, { first: undefined, done: 0, all: 0 });
      show();
      return () => {
        running.delete(name);
        show();
      };
    },
    counted: (name, done, all) => {
      const stage = running.get(name);
      if (stage !== undefined)
        Object.assign(stage, { done, all, first: stage.first ?? { at: now(), done } });
      if (now() - shownAt >= REFRESH) show();
    },
  };
}

/** `Rendering pages 3,400 of 9,800, 12 s left`: as if the rest took as long as what was counted. */
function partOf(name: StageName, { first, done, all }: RunningStage, now: number): string {
  if (first === undefined) return LABELS[name];
  const seconds = (now - first.at) / 1000;
  const counted = done - first.done;
  const left = counted === 0 ? undefined : Math.ceil((seconds * (all - done)) / counted);
  const counts = `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`;
  return `${LABELS[name]} ${counts}${left === undefined ? '' : `, ${durationOf(left)} left`}`;
}

function durationOf(seconds: number): string {
  return seconds < 100 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`;
}
