import type { RelatedArchive } from '../../archive/relate/types.ts';
import type { MachineFile } from '../machine-file.ts';
import type { SiteUrls } from '../site-urls.ts';
import { dateDocument, dateFile, formerDateDocument, type DateContext } from './date-markdown.ts';
import { llmsText } from './llms-text.ts';
import { paperLines } from './paper-record.ts';
import { SCHEMAS, schemaText, type SchemaFile } from './schemas.ts';

/** The archive as data: its papers, its dates, and what describes them. */
export function* dumpFiles(archive: RelatedArchive, urls: SiteUrls): Generator<MachineFile> {
  yield { name: 'papers.jsonl', contents: paperLines(archive, urls) };
  yield* dateFiles(archive, urls);
  yield { name: 'llms.txt', contents: llmsText(archive, urls) };
  for (const file of Object.keys(SCHEMAS) as SchemaFile[])
    yield { name: file, contents: schemaText(file, urls) };
}

function* dateFiles(archive: RelatedArchive, urls: SiteUrls): Generator<MachineFile> {
  const context: DateContext = {
    archive: archive.settings.title,
    papers: new Map(archive.papers.map((paper) => [paper.id, paper])),
    urls,
  };
  for (const issue of archive.dates)
    yield { name: dateFile(issue.date), contents: dateDocument(issue, context) };
  for (const former of archive.formerDates)
    yield { name: dateFile(former.date), contents: formerDateDocument(former, context) };
}
