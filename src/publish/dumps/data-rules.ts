/** What holds for all files that the site offers as data. */
export const DATA_RULES: readonly (readonly [title: string, text: string])[] = [
  [
    'Text',
    'All files are UTF-8. What is called text is plain: no markup, no control characters, formulas in the signs of Unicode as far as these go. In Markdown, formulas are TeX between dollar signs, and signs that Markdown would read have a backslash before them.',
  ],
  [
    'Facts',
    'Authors, year, venue, DOI, arXiv id and categories are there only where a digest or a maintainer states them. Nothing is guessed.',
  ],
  [
    'Versions',
    'The JSON formats say what they are in the fields “format” and “version”. Within a version fields may be added, so pass over those you do not know; none is removed, and none changes its meaning. What has to change in other ways gets a new number and a new file, and the old one stays.',
  ],
  [
    'Permanence',
    'The addresses of these files stay as they are. A paper keeps its id for good. A date that has moved or is withdrawn keeps its Markdown file, which says so; papers of which the same is true are listed in archive.json.',
  ],
  [
    'Order',
    'Papers come in order of their ids, dates oldest first, the papers of a date as its digests list them. The same content gives the same bytes.',
  ],
  [
    'Tables',
    'There is no CSV: a spreadsheet takes a title that starts with “=” for a formula. If you make a table of the JSON, import its columns as text.',
  ],
];
