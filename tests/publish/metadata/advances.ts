/**
 * The advance of the glyph of each character that a TrueType face has, in the size of the face
 * (https://learn.microsoft.com/typography/opentype/spec/: `cmap` of format 4, `hmtx`).
 */
export function advances(font: Buffer): ReadonlyMap<number, number> {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = 12 + index * 16;
      return [font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8)] as const;
    }),
  );
  const at = (table: string, offset: number): number =>
    font.readUInt16BE((tables.get(table) ?? 0) + offset);
  const [unitsPerEm, metrics] = [at('head', 18), at('hhea', 34)];
  const cmap = tables.get('cmap') ?? 0;
  return new Map(
    [...glyphs(font, cmap + font.readUInt32BE(cmap + 8))].map(([character, glyph]) => [
      character,
      at('hmtx', 4 * Math.min(glyph, metrics - 1)) / unitsPerEm,
    ]),
  );
}

function glyphs(font: Buffer, map: number): ReadonlyMap<number, number> {
  const segments = font.readUInt16BE(map + 6) / 2;
  const found = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const field = (column: number): number => map + 14 + 2 * (segment + column * segments);
    const last = font.readUInt16BE(field(0));
    const first = font.readUInt16BE(field(1) + 2);
    const delta = font.readUInt16BE(field(2) + 2);
    const offsetField = field(3) + 2;
    const offset = font.readUInt16BE(offsetField);
    for (let character = first; character <= last && character < 0xffff; character += 1) {
      const listed = offset && font.readUInt16BE(offsetField + offset + 2 * (character - first));
      const glyph = offset === 0 || listed !== 0 ? ((listed || character) + delta) & 0xffff : 0;
      if (glyph !== 0) found.set(character, glyph);
    }
  }
  return found;
}
