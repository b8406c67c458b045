/** The process that makes the search index has ended before its work was done. */
export class SearchIndexError extends Error {
  override readonly name = 'SearchIndexError';
}
