import { withoutVersion } from '../digest/identifiers.ts';
import { problem } from '../digest/problems.ts';
import { reviewDigest } from '../digest/review.ts';
import type { Digest, Problem } from '../digest/types.ts';
import { compareAppearances } from './groups.ts';
import { titleKey } from './identity.ts';
import { nearNames } from './near-names.ts';
import { readNotes } from './notes.ts';
import type { RawArchive } from './compile.ts';
import type { Archive, Paper, PaperId } from './types.ts';

/**
 * What somebody should look at in an archive that can be published as it is: what each digest raises, and
 * papers that may be the same. Pairs that a note tells apart (`differsFrom`) are left out.
 */
export function reviewArchive(
  raw: RawArchive,
  digests: readonly Digest[],
  archive: Archive,
): readonly Problem[] {
  const sources = new Map(raw.digests.map((digest) => [digest.file, digest]));
  const apart = toldApart(raw);
  const pairs = new Map<string, Problem>();
  const add = (code: PairCode, a: Paper, b: Paper): void => {
    const [earlier, later] = inOrder(a, b);
    const key = `${earlier.id} ${later.id}`;
    if (!apart.has(key) && !pairs.has(key)) pairs.set(key, pairProblem(code, earlier, later));
  };
  for (const [a, b] of sharedIds(archive.papers)) add('arxiv-shared', a, b);
  for (const [a, b] of sharedAbstracts(archive.papers)) add('abstract-shared', a, b);
  const names = archive.papers.map(({ title }) => titleKey(title).split(' '));
  for (const [first, second] of nearNames(names)) {
    const [a, b] = [archive.papers[first], archive.papers[second]];
    if (a && b) add('titles-alike', a, b);
  }
  return [
    ...digests.flatMap((digest) => {
      const source = sources.get(digest.file);
      return source ? reviewDigest(digest, raw.settings.links.mirrors, source) : [];
    }),
    ...distantDates(archive),
    ...pairs.values(),
  ];
}

type PairCode = 'titles-alike' | 'abstract-shared' | 'arxiv-shared';

function pairProblem(code: PairCode, earlier: Paper, later: Paper): Problem {
  const [place] = later.appearances;
  const [other] = earlier.appearances;
  return problem(
    code,
    { file: place?.file ?? '', line: place?.line ?? 1, column: 1 },
    {
      title: later.title,
      other: earlier.title,
      place: `${other?.file ?? ''}:${String(other?.line ?? 1)}`,
    },
  );
}

/** The paper that was listed first, and the other one. */
function inOrder(a: Paper, b: Paper): readonly [Paper, Paper] {
  const [first, second] = [a.appearances[0], b.appearances[0]];
  return first && second && compareAppearances(first, second) < 0 ? [a, b] : [b, a];
}

function toldApart(raw: RawArchive): ReadonlySet<string> {
  const pairs = readNotes(raw.notes).papers.flatMap(({ id, differsFrom }) =>
    differsFrom.flatMap((other: PaperId) => [`${id} ${other}`, `${other} ${id}`]),
  );
  return new Set(pairs);
}

function sharedIds(papers: readonly Paper[]): readonly (readonly [Paper, Paper])[] {
  const byId = new Map<string, Paper>();
  return papers.flatMap((paper) => {
    const { arxiv } = paper.facts;
    const id = arxiv === undefined ? undefined : withoutVersion(arxiv);
    const other = id === undefined ? undefined : byId.get(id);
    if (id !== undefined && !other) byId.set(id, paper);
    return other ? [[other, paper] as const] : [];
  });
}

/** Letters of an abstract that two papers have in common only when one was copied from the other. */
const COMMON_START = 160;

function sharedAbstracts(papers: readonly Paper[]): readonly (readonly [Paper, Paper])[] {
  const byStart = new Map<string, Paper>();
  return papers.flatMap((paper) => {
    const text = paper.versions[0]?.paragraphs.join(' ') ?? '';
    const start = text.slice(0, COMMON_START).toLowerCase();
    const other = start.length === COMMON_START ? byStart.get(start) : undefined;
    if (other) return [[other, paper] as const];
    byStart.set(start, paper);
    return [];
  });
}

/** Days between a date and all others that make it look like a slip in the year. */
const DISTANT = 300;
/** In a smaller archive nothing can be said of a date. */
const ENOUGH_DATES = 4;

function distantDates({ dates }: Archive): readonly Problem[] {
  if (dates.length < ENOUGH_DATES) return [];
  const days = dates.map(({ date }) => Date.parse(date) / 86_400_000);
  return dates.flatMap(({ date, digests }, index) => {
    const day = days[index] ?? 0;
    const gaps = [days[index - 1], days[index + 1]].flatMap((other) =>
      other === undefined ? [] : [Math.abs(day - other)],
    );
    if (Math.min(...gaps) < DISTANT) return [];
    return digests.map(({ file }) =>
      problem('date-distant', { file, line: 1, column: 1 }, { date }),
    );
  });
}
