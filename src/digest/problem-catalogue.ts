import { limits } from './limits.ts';
import type { Severity } from './types.ts';

/** What is said of one kind of problem. */
export interface Rule {
  readonly severity: Severity;
  /** The fact, as a sentence; `{name}` stands for a detail. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** For somebody who asks: what it means, and what becomes of the record. */
  readonly why: string;
}

/** With separators of thousands. */
export const count = (value: number): string => value.toLocaleString('en-GB');

/** Every message a digest can cause, by its stable code. */
export const catalogue = {
  'not-a-digest': {
    severity: 'error',
    message: '{what} in the digests folder.',
    hint: 'Keep only plain-text files in digests/; a text editor saves them as .txt, a word processor with “Save as → Plain text (UTF-8)”.',
    why: 'Everything in digests/ is read as a digest. Links to other files, folders and files of other kinds are refused, because what they hold could change or run without anybody seeing it.',
  },
  'not-a-note': {
    severity: 'error',
    message: '{what} in the folder of notes.',
    hint: 'Keep only notes in notes/, named after the paper: the last part of its address and .mdx.',
    why: 'Everything in notes/ is read as a note on one paper, and in notes/dates/ as a note on one date. Anything else there would never be shown.',
  },
  'file-misnamed': {
    severity: 'warning',
    message: 'Nothing reads this file; it seems to be meant as {meant}.',
    hint: 'Rename it, or move it out of the content folder.',
    why: 'The names in the content folder are fixed: digests/, notes/, archive.yaml, about.mdx. A name that is almost one of them is most often a slip.',
  },
  'mdx-invalid': {
    severity: 'error',
    message: 'Not valid MDX: {fact}.',
    hint: 'Correct the line; in MDX, “<” and “{” that are meant as text are written “\\<” and “\\{”.',
    why: 'Notes and about.mdx are MDX: Markdown in which “<” starts an element and “{” an expression. A file that cannot be read would stop the build, so that it is refused with its line.',
  },
  'settings-invalid': {
    severity: 'error',
    message: '{fact}',
    hint: 'Correct the line; the README says what archive.yaml may hold.',
    why: 'archive.yaml bears on every page, so that a site is never built with a part of it ignored.',
  },
  'file-too-large': {
    severity: 'error',
    message: `The file has {bytes} bytes; the limit is ${count(limits.fileBytes)}.`,
    hint: 'Split it into several digests of the same date.',
    why: 'The limit keeps a bad file from stopping the build of all others. Real digests have about 100,000 bytes.',
  },
  'too-many-lines': {
    severity: 'error',
    message: `The file has more than ${count(limits.lines)} lines.`,
    hint: 'Split it into several digests of the same date.',
    why: 'Every line takes memory, however short it is. Real digests have a few hundred lines.',
  },
  'file-unreadable': {
    severity: 'error',
    message: 'The file cannot be read: {reason}.',
    hint: 'Make it a plain file of ordinary size, and check its permissions.',
    why: 'The system would not hand the file out; its own word for the reason is given.',
  },
  'file-empty': {
    severity: 'warning',
    message: 'The file is empty.',
    hint: 'Add the digest, or delete the file.',
    why: 'An empty file publishes nothing. It is often a copy that failed.',
  },
  'file-binary': {
    severity: 'error',
    message: 'This is not a text file: it holds control characters throughout.',
    hint: 'Save the digest as plain text.',
    why: 'A document of a word processor, an archive or a picture was renamed to .txt, or a download broke.',
  },
  'encoding-utf16': {
    severity: 'error',
    message: 'The file is UTF-16, seen at byte offset {offset}.',
    hint: 'Save it again as UTF-8.',
    why: 'Some editors on Windows save “Unicode” as UTF-16. Only UTF-8 is read, so that nothing is guessed.',
  },
  'encoding-invalid': {
    severity: 'error',
    message: 'The file is not valid UTF-8 at byte offset {offset}.',
    hint: 'Save it again as plain text, encoding UTF-8.',
    why: 'A byte is in none of the sequences that UTF-8 has; in Latin-1 every accented letter is one. Guessing the encoding would put wrong letters on a page for ever.',
  },
  'characters-removed': {
    severity: 'warning',
    message: 'Characters that cannot be seen were removed: {characters}.',
    hint: 'Delete them from the line; they often come with copied text.',
    why: 'Control characters, zero-width spaces and marks that turn the direction of text can hide what a page says. Joiners inside emoji and inside scripts that need them are kept. --fix removes them from the file.',
  },
  'date-missing': {
    severity: 'error',
    message: 'The digest has no date.',
    hint: 'Add a line such as “Mar 11” or “11 March 2025” above the first title (no other spelling is read), or name the file 2025-03-11.txt.',
    why: 'Every digest belongs to one date, and its page has the date in its address. The date is never taken from the clock, so that a build tomorrow gives the same site.',
  },
  'date-unreadable': {
    severity: 'error',
    message: '“{text}” seems to be the date of the digest, in a spelling that is not read.',
    hint: 'Write it like “Mar 11”, “11 March 2025” or “2025-03-11”, in English.',
    why: 'Numbers such as 3/11 are March in one country and November in another, so that they are not read. Numbers with the year first (2025-03-11) are.',
  },
  'file-name-unread': {
    severity: 'error',
    message: 'The date in the file name is not in a form that is read; it would be in {name}.',
    hint: 'Rename the file.',
    why: 'A file name may start with the date, as 2025-03-11.txt or 2025-03-11-evening.txt. --fix renames the file.',
  },
  'date-impossible': {
    severity: 'error',
    message: 'There is no such date: {date}.',
    hint: 'Correct the day or the month.',
    why: 'The calendar has no such day, or the year has not four digits.',
  },
  'year-missing': {
    severity: 'error',
    message: 'The date line “{date}” has no year.',
    hint: 'Start the file name with the year (2025-03-11.txt or 2025-….txt), or set “year” in archive.yaml.',
    why: 'Pages of trending papers name month and day only. The year is never taken from the clock.',
  },
  'date-disagrees': {
    severity: 'warning',
    message:
      'The date line says {header}; the file name says {name}. The digest is published as {used}.',
    hint: 'Rename the file or correct the date line.',
    why: 'The month and the day of the date line count; the year of the file name does. One of the two is most likely a slip.',
  },
  'date-second': {
    severity: 'error',
    message: 'A second date line, {second}, in a digest of {first}.',
    hint: 'One digest has one date: move what belongs to the other date to a file of its own.',
    why: 'Two pages were probably copied into one file. What stands below the second date is left out, so that no paper gets a wrong date.',
  },
  'header-unknown': {
    severity: 'warning',
    message: 'Not recognised as part of the page header, and left out: “{text}”.',
    hint: 'Delete the line; if it is the title of a paper, move it below the date.',
    why: 'Above the date stand the banner and the buttons of the copied page. A line there that is none of them is left out; --fix removes it from the file.',
  },
  'blank-line-missing': {
    severity: 'warning',
    message: 'Title and abstract stand in one block, without a blank line between them.',
    hint: 'Put a blank line between a title and its abstract.',
    why: 'The block was cut where a title ends, judging by its lines. --fix puts the blank line into the file.',
  },
  'title-without-abstract': {
    severity: 'warning',
    message: 'Title without an abstract: “{title}”.',
    hint: 'Add the abstract below it, or remove the line.',
    why: 'The paper is published without an abstract. Often the line is no title but text of the page.',
  },
  'abstract-without-title': {
    severity: 'error',
    message: 'Abstract without a title: “{text}”.',
    hint: 'Add the title above it; between a title and its abstract there must be a blank line.',
    why: 'A paper needs a title, since its address is made from it. The text is left out.',
  },
  'abstract-short': {
    severity: 'warning',
    message: 'The abstract of “{title}” is only “{text}”.',
    hint: 'If this is text of the page and no paper, delete both lines.',
    why: 'No abstract is this short. A button or a number of the copied page was probably taken for one.',
  },
  'abstract-in-parts': {
    severity: 'warning',
    message: 'The abstract of “{title}” has {paragraphs} paragraphs.',
    hint: 'Remove blank lines that do not belong there; if a title is in it, put a blank line around it.',
    why: 'Most abstracts are one paragraph. More may be right; a title that is taken for a part of the abstract before it is not.',
  },
  'introduction-left-out': {
    severity: 'warning',
    message: 'Taken for the introduction of the list, and left out: “{text}”.',
    hint: 'Delete it; if it belongs to a paper, put the heading “## Title” above it.',
    why: 'A Markdown list has a heading with the date, and a heading for each paper. What stands between the first two belongs to no paper.',
  },
  'mailing-in-other-format': {
    severity: 'error',
    message:
      'From here to line {last} stands a part of a mailing of arXiv, in a file that is none.',
    hint: 'Put the mailing into a file of its own.',
    why: 'A file is read in one format. The records of a mailing in a page of trending papers or a list would become papers with the wrong titles, and addresses are permanent. They are left out.',
  },
  'mailing-text-unknown': {
    severity: 'warning',
    message: 'Not understood as part of a mailing of arXiv, and left out: “{text}”.',
    hint: 'Delete it; if it belongs to a paper, write it as a field (“Title: …”), or between the two lines “\\\\” of the abstract.',
    why: 'A mailing has a head, records that start with “\\\\” and “arXiv:…”, and fields with fixed names, each once in a record. Anything else is left out.',
  },
  'line-unindented': {
    severity: 'warning',
    message: 'Taken as the end of the field above it, although it is not indented: “{text}”.',
    hint: 'Put two spaces before it; if it is something else, delete it.',
    why: 'In a mailing of arXiv a field goes on in lines that start with two spaces. Copying may have removed them, or the line does not belong there.',
  },
  'record-without-title': {
    severity: 'error',
    message: 'The record {record} has no title.',
    hint: 'Add the line “Title: …” above its authors.',
    why: 'A paper needs a title, since its address is made from it. The whole record is left out.',
  },
  'record-unclosed': {
    severity: 'warning',
    message: 'The record {record} has no end.',
    hint: 'Put a line “\\\\” below its abstract, and look whether the abstract is complete.',
    why: 'A record of a mailing ends with a line that starts with “\\\\”. Where it is missing, the abstract may be cut off, or hold what does not belong to it.',
  },
  'field-unreadable': {
    severity: 'warning',
    message: 'The field “{field}” is not read, and left out: “{text}”.',
    hint: 'Write it as arXiv does: 2503.01234, 10.1000/182, “cs.LG cs.AI”, “Mon, 10 Mar 2025 18:21:11 GMT”, “Jane Doe, Karl Müller”.',
    why: 'Ids, categories, dates and names are cited and linked to, so that only what is certain is taken from a record. The paper is published without it.',
  },
  'field-incomplete': {
    severity: 'warning',
    message: 'A part of the field “{field}” is left out: “{text}”.',
    hint: 'Name every author, close every “(”, and keep one DOI.',
    why: 'A record states one DOI, the first of several. Behind “et al.” stand authors whom nobody names, and those who are named are shown and cited as if they were all. After a “(” that is never closed, nobody can tell authors from affiliations. What is left out is neither shown nor cited.',
  },
  'title-too-long': {
    severity: 'error',
    message: `A title of {characters} characters, too long: the limit is ${count(limits.titleCharacters)}.`,
    hint: 'Shorten it, or check for a missing blank line.',
    why: 'Real titles have at most about 200 characters. A longer one is an abstract that lost its title.',
  },
  'abstract-too-long': {
    severity: 'error',
    message: `The abstract of “{title}” has {characters} characters, too long: the limit is ${count(limits.abstractCharacters)}.`,
    hint: 'Shorten it, or check for missing blank lines.',
    why: 'Real abstracts have at most about 3,000 characters. A longer one is several papers run together.',
  },
  'too-many-blocks': {
    severity: 'error',
    message: `The digest has {blocks} blocks; those after the first ${count(limits.blocks)} are left out.`,
    hint: 'Split it into several digests of the same date.',
    why: 'The limit keeps one file from stopping the build. Real digests have about 120 blocks.',
  },
  'too-many-entries': {
    severity: 'error',
    message: `The digest has {entries} papers; those after the first ${count(limits.entries)} are left out.`,
    hint: 'Split it into several digests of the same date.',
    why: 'The limit keeps one file from stopping the build. Real digests have about 60 papers.',
  },
  'title-repeated': {
    severity: 'warning',
    message: '“{title}” is listed twice in this digest, first on line {line}.',
    hint: 'Remove one of the two.',
    why: 'The paper is shown once on the page of its date, with every place it was listed.',
  },
  'abstract-differs': {
    severity: 'warning',
    message: 'The abstract of “{title}” is not the same as in {other}.',
    hint: 'Both are kept; make them alike if the difference is not meant.',
    why: 'The page of the paper shows the newest text, the other ones below it, and what changed between them.',
  },
  'facts-differ': {
    severity: 'warning',
    message: '“{name}” of “{title}” is not the same as in {other}.',
    hint: 'The newest digest counts; if it is wrong, state the right one in a note on the paper.',
    why: 'Two digests state different authors, ids or years of one paper. What a note states counts before both, and ends the matter. A new version of an arXiv id and further categories are no difference.',
  },
  'address-taken': {
    severity: 'error',
    message: '“{title}” gets the same address as “{other}”.',
    hint: 'Change one of the two titles by a word.',
    why: 'Addresses are made from titles and are permanent. Two titles that differ only in what an address cannot say could share one; the second is left out.',
  },
  'note-invalid': {
    severity: 'error',
    message: '{fact}',
    hint: 'Correct the line; the README says what a note may hold.',
    why: 'A note changes what a page states, so that it is read strictly: a misspelled field is an error and not ignored.',
  },
  'note-without-paper': {
    severity: 'error',
    message: 'A note on a paper that no digest lists: {id}.',
    hint: 'Give the file the last part of the address of a paper as its name; if the paper was published once and is gone, add “withdrawn: WHY” or “sameAs: OTHER-PAPER”, so that its address still answers.',
    why: 'A note is for the paper whose address ends in its file name. When the digest was corrected or deleted, the old address may still be linked from elsewhere.',
  },
  'note-leads-nowhere': {
    severity: 'error',
    message: 'The note leads to {address}, where there is nothing.',
    hint: 'Correct the address; if what it leads to is gone too, write “withdrawn: WHY”.',
    why: 'Whoever follows the old address would find nothing.',
  },
  'note-circle': {
    severity: 'error',
    message: 'The titles and “sameAs” of the notes lead in a circle.',
    hint: 'Follow them from this note, and delete the one that leads back.',
    why: 'One note leads to a paper whose note leads back, so that neither address could be shown.',
  },
  'note-superfluous': {
    severity: 'error',
    message: 'A note says where {date} went, but there are digests of that date.',
    hint: 'Delete the note.',
    why: 'The date has a page of its own, which counts.',
  },
  'note-disagrees': {
    severity: 'warning',
    message: '“{name}” is not the same as in {other}, which counts.',
    hint: 'State it in one of the two notes only.',
    why: "Two notes lead to one paper and do not state the same. The note with the paper's own address counts before the others, which count in the order of their names.",
  },
  'title-markup': {
    severity: 'notice',
    message: 'The title starts with “{markup}”, which is shown as it is: “{title}”.',
    hint: 'Text is text here, not Markdown: delete the sign if it is not part of the title.',
    why: 'Digests are plain text: signs of Markdown, numbers and bullets are shown as they are, and become part of the address.',
  },
  'title-like-abstract': {
    severity: 'notice',
    message: 'The title reads like an abstract: “{title}”.',
    hint: 'Check whether a title is missing above it, or a blank line within it.',
    why: 'Titles and abstracts are told apart by their length and their sentences. This one was taken for a title because of what stands around it.',
  },
  'abstract-cut-off': {
    severity: 'notice',
    message: 'The abstract of “{title}” seems to be cut off; it ends with “{end}”.',
    hint: 'Copy the end of the abstract too; pages often show only its beginning.',
    why: 'It ends with dots, a comma or a word that no sentence ends with.',
  },
  'latex-unknown': {
    severity: 'notice',
    message: 'The LaTeX macro {macro} is not known here and is shown without its meaning.',
    hint: 'Write what it stands for.',
    why: 'Macros that authors define for themselves mean nothing outside their paper. Its name is shown.',
  },
  'link-unusable': {
    severity: 'notice',
    message: 'No link is made of {address}.',
    hint: 'Correct the address; one with a user name in it is never a link.',
    why: 'Links are made of complete http and https addresses only. An address that carries a user name can pretend to lead elsewhere.',
  },
  'link-proxied': {
    severity: 'notice',
    message: 'The link goes through another host: {address}.',
    hint: 'Write the address of the page itself; for a mirror that comes back, add it to “links: mirrors:” in archive.yaml.',
    why: 'Proxies, mirrors and shorteners come and go, and they see who follows the link.',
  },
  'link-rewritten': {
    severity: 'notice',
    message: 'The address {address} is published with the host {host}, for which it stands.',
    hint: 'Nothing needs doing; archive.yaml says so under “links: mirrors:”.',
    why: 'Settings name this host as a mirror, so that the page links to the host it stands for.',
  },
  'paragraph-repeated': {
    severity: 'notice',
    message: 'The same text stands in {times} papers of this digest: “{text}”.',
    hint: 'If it is a line of the page, a list of authors or a button, delete it everywhere.',
    why: 'What stands in several papers alike is rarely part of their abstracts.',
  },
  'titles-alike': {
    severity: 'notice',
    message: 'The title “{title}” is almost that of “{other}” ({place}).',
    hint: 'If they are one paper, make the titles alike or add a note with “sameAs”; if not, one with “differsFrom”.',
    why: 'Two spellings of one title make two pages. Numbers count as different, so that parts I and II are not named here.',
  },
  'abstract-shared': {
    severity: 'notice',
    message: '“{title}” starts with the same abstract as “{other}” ({place}).',
    hint: 'If they are one paper, say so in a note (“sameAs”, or “title” with the right one); if not, “differsFrom”.',
    why: 'One paper was probably listed under an old and a new title, or an abstract was pasted twice.',
  },
  'arxiv-shared': {
    severity: 'notice',
    message: '“{title}” has the same arXiv id as “{other}” ({place}).',
    hint: 'If they are one paper, say so in a note (“sameAs”, or “title” with the right one); if not, correct the id in a note.',
    why: 'A paper was probably given a new title by its authors. Addresses are made from titles, so that it has two pages until a note leads from one to the other.',
  },
  'date-distant': {
    severity: 'notice',
    message: 'The date {date} is far from every other date of the archive.',
    hint: 'Check the year.',
    why: 'Every other digest is at least 300 days away, as it is when the year is wrong.',
  },
  'address-vanished': {
    severity: 'error',
    message: '{address} was published and would no longer answer.',
    hint: 'Bring its title or date back, or add a note that says where it went: “sameAs: …” or “withdrawn: …” (npm run check -- --published FILE --fix writes it).',
    why: 'Addresses of papers and dates are permanent: others link to them and cite them. This one was made from a title or a date that the digests no longer have.',
  },
  'no-entries': {
    severity: 'warning',
    message: 'No papers were found in this digest.',
    hint: 'Write a title, a blank line, the abstract, a blank line, and so on.',
    why: 'The file has a date and nothing else that could be a paper.',
  },
} as const satisfies Record<string, Rule>;
