/** Sums at numbered places, most of which stay empty. */
export interface SparseSum {
  /** By place. */
  readonly values: Float64Array;
  /** The places that something was added to, in that order; overwritten by what is added next. */
  readonly places: () => Int32Array;
  /** Adds `amounts[i] × factor` at `places[i]`, from `start` to before `end`. Amounts and factor are above 0. */
  readonly add: (
    places: Int32Array,
    amounts: Float64Array,
    [start, end]: readonly [number, number],
    factor: number,
  ) => void;
  readonly clear: () => void;
}

/** Room for so many places: it is made once, and clearing it takes no longer than filling it did. */
export function sparseSum(size: number): SparseSum {
  const values = new Float64Array(size);
  const touched = new Int32Array(size);
  let count = 0;
  return {
    values,
    places: () => touched.subarray(0, count),
    add: (places, amounts, [start, end], factor) => {
      for (let index = start; index < end; index += 1) {
        const place = places[index] ?? 0;
        const before = values[place] ?? 0;
        if (before === 0) {
          touched[count] = place;
          count += 1;
        }
        values[place] = before + (amounts[index] ?? 0) * factor;
      }
    },
    clear: () => {
      for (let index = 0; index < count; index += 1) values[touched[index] ?? 0] = 0;
      count = 0;
    },
  };
}
