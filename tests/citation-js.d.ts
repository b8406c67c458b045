/** What tests use of citation-js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { readonly forceType?: string });
    /** CSL-JSON items. */
    readonly data: readonly unknown[];
    format(name: 'data'): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
