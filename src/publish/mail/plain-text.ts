import { displayText } from '../../digest/display.ts';
import { longDate } from '../dates.ts';
import { abstractText, excerpt } from '../excerpt.ts';
import { titleText } from '../title.ts';
import { type Detail, detailNote, papersLeftOut } from './detail.ts';
import type { MailContents, NewPaper, RepeatedPaper } from './mail-contents.ts';
import { authorsOf, introductionOf, words } from './wording.ts';
import { wrap } from './wrap.ts';

/**
 * The mail as plain text with lines of at most 76 columns but for addresses. The lines are not
 * `format=flowed` (RFC 3676): they are meant to stay where they are, and the part in HTML is for small
 * screens. The end is set off as a signature is (section 4.3).
 */
export function mailText(contents: MailContents, detail: Detail): string {
  const { archiveTitle, newPapers, repeatedPapers, addresses } = contents;
  const note = detailNote(detail);
  const left = papersLeftOut(contents, detail);
  const blocks: (readonly string[])[] = [
    [...wrap(archiveTitle), ...wrap(introductionOf(contents)), addresses.date],
    ...(note === undefined ? [] : [wrap(note)]),
    ...(newPapers.length > 0 ? [[words.newPapers.toUpperCase()]] : []),
    ...newPapers
      .slice(0, detail.papers)
      .flatMap((each, index) => paperBlocks(each, index + 1, detail)),
    ...(repeatedPapers.length > 0 ? [[words.repeatedPapers.toUpperCase()]] : []),
    ...(repeatedPapers.length > 0
      ? [repeatedPapers.slice(0, detail.papers).flatMap(repeatLines)]
      : []),
    ...(left > 0 ? [[...wrap(`${words.more(left)}:`), addresses.date]] : []),
    footerLines(contents),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const INDENT = '    ';

function paperBlocks(
  { paper, address }: NewPaper,
  number: number,
  { abstract }: Detail,
): readonly (readonly string[])[] {
  const label = `${String(number)}. `.padEnd(INDENT.length);
  const authors = authorsOf(paper.facts);
  return [
    [...wrap(titleText(paper.title), label), ...(authors === '' ? [] : wrap(authors, INDENT))],
    ...(abstract === Infinity
      ? (paper.versions[0]?.paragraphs ?? []).map(displayText)
      : [excerpt(abstractText(paper), abstract)]
    )
      .filter((text) => abstract > 0 && text !== '')
      .map((text) => wrap(text, INDENT)),
    [INDENT + address],
  ];
}

function repeatLines({ paper, firstSeen }: RepeatedPaper): readonly string[] {
  const title = titleText(paper.title);
  return wrap(`${title} (${words.firstSeen} ${longDate(firstSeen)})`, '-   ');
}

function footerLines({ archiveTitle, addresses }: MailContents): readonly string[] {
  const { home, subscribe, unsubscribe } = addresses;
  return [
    '-- ',
    ...wrap(archiveTitle),
    home,
    `${words.subscribe}: ${subscribe}`,
    ...(unsubscribe === undefined ? [] : [`${words.unsubscribe}: ${unsubscribe}`]),
  ];
}
