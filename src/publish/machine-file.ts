/** A file of the site that programs read rather than people. */
export interface MachineFile {
  /** Its path below the folder of the site: `dates/2025-03-11.md`. */
  readonly name: string;
  /** One after the other where all of it together may be too long for one text; to be read once. */
  readonly contents: string | Iterable<string>;
  /** The contents are an SVG document, and the file is to be its picture. */
  readonly isDrawing?: true;
}

/** The contents of a file as one text. */
export function wholeText({ contents }: MachineFile): string {
  return typeof contents === 'string' ? contents : [...contents].join('');
}
