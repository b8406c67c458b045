/** A part of the index: a run of papers, numbered from 0 in it, with everything that depends on their texts alone. */
export interface Part {
  /** The name of its folder, which changes when anything in it does. */
  readonly name: string;
  /** How many papers. */
  readonly papers: number;
}

/** What is known of a part before a word is looked up. */
export interface PartTable {
  /** Of each paper its length, as `textOfSteps` writes it. */
  readonly lengths: string;
  /**
   * The files of words: every word of one is at least the text here, and those of the file before are less.
   * Texts are as short as that allows.
   */
  readonly words: readonly string[];
  /** Kilobytes of a file of words, on average. */
  readonly size: number;
  /** The files of places: the number in the part of the first word of each. */
  readonly places: readonly number[];
}

/** Papers in one file of titles: ten results take ten of them, and every file counts. */
export const TITLES_PER_FILE = 96;

/** The name of the table of a part, below the folder of the index. */
export function tableName({ name }: Part): string {
  return `parts/${name}/table.json.gz`;
}

/** The name of another file of a part; files of a kind are numbered from 0. */
export function partFile(
  { name }: Part,
  kind: 'words' | 'places' | 'titles',
  file: number,
): string {
  return `parts/${name}/${kind}-${String(file)}.gz`;
}
