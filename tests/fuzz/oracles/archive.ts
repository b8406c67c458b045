import { isDeepStrictEqual } from 'node:util';

import { paperId, titleKey } from '../../../src/archive/identity.ts';
import { resolveMirrors } from '../../../src/archive/links.ts';
import type { Archive, Paper, PaperId } from '../../../src/archive/types.ts';
import type { Digest } from '../../../src/digest/types.ts';
import type { Outcome } from '../subject.ts';

/** Ids are safe and only the title's, every entry is in its paper, and the order of files says nothing. */
export function archive(outcome: Outcome): readonly string[] {
  const { archive: compiled, reversed } = outcome;
  return [
    ...ids(compiled),
    ...entries(outcome),
    ...dates(compiled),
    ...(isDeepStrictEqual(compiled, reversed) ? [] : ['the order of the digests matters']),
  ];
}

/** Names of devices on Windows, whatever follows the first full stop. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function ids({ papers }: Archive): readonly string[] {
  const failures = papers.flatMap(({ id, title }) => {
    const isSafe = /^[a-z0-9](?:[a-z0-9-]{0,89}[a-z0-9])?$/.test(id) && !DEVICE.test(id);
    if (!isSafe) return [`unsafe id: ${id}`];
    return id === paperId(titleKey(title)) ? [] : [`${id} is not the id of “${title}”`];
  });
  const unique = new Set(papers.map(({ id }) => id));
  return unique.size === papers.length ? failures : [...failures, 'an id is given twice'];
}

/** Each entry of a dated digest is one appearance of its paper, and its abstract one of its versions. */
function entries({ archive: { papers }, read, settings }: Outcome): readonly string[] {
  const byId = new Map<PaperId, Paper>(papers.map((paper) => [paper.id, paper]));
  const failures: string[] = [];
  let count = 0;
  for (const { file, date, entries: ofDigest } of read.filter(isDated))
    for (const [position, { title, abstract }] of ofDigest.entries()) {
      count += 1;
      const paper = byId.get(paperId(titleKey(title.text)));
      const place = { date, file, line: title.line, position };
      const isHere = (other: unknown): boolean => isDeepStrictEqual(other, place);
      const texts = abstract.map(({ text }) =>
        resolveMirrors(text.normalize('NFC'), settings.links.mirrors),
      );
      const versions = paper?.versions.filter((version) => version.appearances.some(isHere)) ?? [];
      const isKept =
        texts.length === 0
          ? versions.length === 0
          : versions.length === 1 && versions[0]?.paragraphs.join(' ') === texts.join(' ');
      if (paper?.appearances.filter(isHere).length !== 1)
        failures.push(`no paper for ${title.text}`);
      if (!isKept) failures.push(`an abstract is lost: ${title.text}`);
    }
  const appearances = papers.flatMap((paper) => paper.appearances).length;
  if (appearances !== count) failures.push('there are other appearances than entries');
  const titles = new Set(read.flatMap((digest) => digest.entries.map(({ title }) => title.text)));
  for (const { title } of papers) if (!titles.has(title)) failures.push(`nobody wrote “${title}”`);
  return failures;
}

function isDated(digest: Digest): digest is Digest & Required<Pick<Digest, 'date'>> {
  return digest.date !== undefined;
}

function dates({ dates: issues, papers }: Archive): readonly string[] {
  return issues.flatMap(({ date, listings }) => {
    if (new Date(date).toISOString().slice(0, 10) !== date) return [`no such date: ${date}`];
    const listed = listings.map(({ id }) => id).toSorted();
    const expected = papers
      .filter(({ appearances }) => appearances.some((appearance) => appearance.date === date))
      .map(({ id }) => id);
    return isDeepStrictEqual(listed, expected) ? [] : [`${date} lists other papers`];
  });
}
