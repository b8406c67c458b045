/** What one digest may hold. Far above real digests; low enough that no file can stall a build. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 32 * 1024 * 1024,
  /** Lines of one file, before anything is made of them: each takes memory, however short it is. */
  lines: 500_000,
  /** Blocks of one file, before anything is made of them. */
  blocks: 50_000,
  /** Papers of one file. */
  entries: 10_000,
  /** Characters (UTF-16 code units) of a title. */
  titleCharacters: 500,
  /** Characters of one abstract, all its paragraphs together. */
  abstractCharacters: 100_000,
  /** Characters of one field of a record, such as the names of its authors. */
  fieldCharacters: 100_000,
  /** Invisible-character warnings listed one by one before the rest are summed up. */
  repairsListed: 20,
} as const;
