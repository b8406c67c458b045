/** The text that an issue about a mistake on the page of a paper starts with. */
export function correctionText(
  title: string,
  page: string,
  { file, line }: { readonly file: string; readonly line: number },
): string {
  return [
    `Paper: ${title}`,
    `Page: ${page}`,
    `Source: ${file}, line ${String(line)}`,
    '',
    'What is wrong, and what should it be?',
    '',
    '',
  ].join('\n');
}
