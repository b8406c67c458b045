/** A column of a table: two lines that name it, and what it says of a row. */
export interface Column<Row> {
  readonly head: readonly [string, string];
  readonly cell: (row: Row) => string;
}

/** A table as lines, two of them its head. */
export function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly string[] {
  return alignColumns([
    columns.map(({ head }) => head[0]),
    columns.map(({ head }) => head[1]),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]);
}

/** Rows of cells as lines: the first column flush left, numbers flush right. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** A number for people: `12,345.6`. */
export function grouped(value: number, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString('en-US', digits);
}

/** The same, and a dash for what is not known. */
export function orDash(value: number | undefined, decimals = 0): string {
  return value === undefined ? '–' : grouped(value, decimals);
}
