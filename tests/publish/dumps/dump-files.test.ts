import { describe, expect, test } from 'vitest';

import { checksumsText } from '../../../src/publish/dumps/checksums.ts';
import { ANY_DATE, DATA_FILES } from '../../../src/publish/dumps/data-files.ts';
import { dumpFiles } from '../../../src/publish/dumps/dump-files.ts';
import { llmsText } from '../../../src/publish/dumps/llms-text.ts';
import { siteUrls } from '../../../src/publish/site-urls.ts';
import { archiveOf, digestOf } from '../../helpers.ts';
import { urls } from '../archives.ts';
import { related } from './helpers.ts';

const archive = related(
  archiveOf(
    { '2025-03-11.txt': digestOf('Gulls', 'Tides'), '2025-03-14.txt': digestOf('Gulls') },
    { title: 'Gull *Papers*', description: 'Papers on gulls <and> tides.' },
    { 'dates/2025-03-12': '---\nsameAs: 2025-03-11\n---\n' },
  ),
);

describe('the dumps of an archive', () => {
  test('are a fixed number of files and one for each date that has an address', () => {
    expect([...dumpFiles(archive, urls)].map(({ name }) => name)).toEqual([
      'papers.jsonl',
      'dates/2025-03-11.md',
      'dates/2025-03-14.md',
      'dates/2025-03-12.md',
      'llms.txt',
      'schemas/paper.schema.json',
      'schemas/archive.schema.json',
    ]);
  });

  test('are the same whether or not the site knows its address', () => {
    const names = (at: typeof urls): readonly string[] =>
      [...dumpFiles(archive, at)].map(({ name }) => name);
    expect(names(siteUrls('/', undefined))).toEqual(names(urls));
  });

  test('never hold all papers in one text', () => {
    const [papers] = dumpFiles(archive, urls);
    expect(typeof papers?.contents).toBe('object');
  });

  test('are each named where readers are told of files', () => {
    const told = DATA_FILES.flatMap(({ files }) => files).map(({ name }) => name);
    for (const { name } of dumpFiles(archive, urls))
      expect(told).toContain(name.replace(/\d{4}-\d\d-\d\d/, ANY_DATE));
  });
});

describe('llms.txt', () => {
  test('says what the archive is and where its files are, newest dates first', () => {
    expect(llmsText(archive, urls)).toMatchInlineSnapshot(`
      "# Gull \\*Papers\\*

      > Papers on gulls \\<and> tides.

      2 papers of 2 dates. Every date is a Markdown document with whole abstracts at https://papers.example.org/archive/dates/YYYY-MM-DD.md, every paper a page at https://papers.example.org/archive/papers/ID/. Authors, years and identifiers are given only where somebody stated them.

      ## Newest dates

      - [14 March 2025](https://papers.example.org/archive/dates/2025-03-14.md): 1 paper
      - [11 March 2025](https://papers.example.org/archive/dates/2025-03-11.md): 2 papers

      ## Data

      - [papers.jsonl](https://papers.example.org/archive/papers.jsonl): JSON Lines. Every paper with all that the archive knows of it: title, abstract, dates, links, topics, related papers. For scripts, indexes and language models.
      - [archive.json](https://papers.example.org/archive/archive.json): JSON. What there is, without the abstracts: papers, dates, digests, counts, what has moved, and what is wrong with the content. For whoever watches the archive.
      - [papers.bib](https://papers.example.org/archive/papers.bib): BibTeX. All papers for LaTeX; the key of an entry is the id of the paper.
      - [papers.ris](https://papers.example.org/archive/papers.ris): RIS. The same for reference managers such as EndNote and Mendeley; Zotero would take each paper for a journal article.
      - [papers.csl.json](https://papers.example.org/archive/papers.csl.json): CSL-JSON. The same for Zotero, Pandoc and everything that works with citation styles.
      - [papers.txt](https://papers.example.org/archive/papers.txt): Plain text. The same for people, a line each.
      - [permalinks.txt](https://papers.example.org/archive/permalinks.txt): Text. Every permanent address, one on each line. For checking that links still answer.
      - [schemas/paper.schema.json](https://papers.example.org/archive/schemas/paper.schema.json): JSON Schema. The fields of a line of papers.jsonl.
      - [schemas/archive.schema.json](https://papers.example.org/archive/schemas/archive.schema.json): JSON Schema. The fields of archive.json.
      - [SHA256SUMS](https://papers.example.org/archive/SHA256SUMS): Text. The SHA-256 checksum of every file that is made for programs; pages and what they load are not in it.

      ## Optional

      - [Data](https://papers.example.org/archive/data/): formats, fields, and how the files may be used
      - [Dates](https://papers.example.org/archive/dates/): all dates as a calendar
      - [Topics](https://papers.example.org/archive/topics/): what the papers are about
      - [About](https://papers.example.org/archive/about/): where the archive comes from
      "
    `);
  });

  test('lists no dates where there are none', () => {
    expect(llmsText(archiveOf({}), urls)).not.toContain('Newest dates');
  });
});

test('checksums are listed in order of the names', () => {
  const sums = new Map([
    ['papers.jsonl', 'b'.repeat(64)],
    ['dates/2025-03-11.md', 'a'.repeat(64)],
  ]);
  expect(checksumsText(sums)).toBe(
    `${'a'.repeat(64)}  dates/2025-03-11.md\n${'b'.repeat(64)}  papers.jsonl\n`,
  );
});
