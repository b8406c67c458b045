/** A `meta` element: most vocabularies give it a name, Open Graph a property. */
export type MetaTag = { readonly content: string } & (
  | { readonly name: string; readonly property?: undefined }
  | { readonly property: string; readonly name?: undefined }
);

/** Tags with these names, for as many of the values as are known. */
export function namedTags(
  values: readonly (readonly [name: string, content: string | undefined])[],
): readonly MetaTag[] {
  return values.flatMap(([name, content]) =>
    content === undefined || content === '' ? [] : [{ name, content }],
  );
}
