/** Steps of a length while it doubles: fine enough for ranking, and a paper takes five bits of the index. */
const STEPS = 8;
/** A word of the title counts for so many of the abstract. */
const TITLE_SHARE = 2;

/** The length of a paper for ranking, as the step it is next to. */
export function lengthStep(titleWords: number, abstractWords: number): number {
  return Math.round(STEPS * Math.log2(TITLE_SHARE * titleWords + abstractWords + 1));
}

/** The number of words that a step stands for, a fraction. */
export function lengthAt(step: number): number {
  return 2 ** (step / STEPS) - 1;
}

/** The first sign that stands for a step, after those that JSON writes in other ways but for this one. */
const [FIRST, ESCAPED] = ['#', '\\'].map((sign) => sign.charCodeAt(0)) as [number, number];

/** Steps as a text, a sign each, which packs better than numbers. */
export function textOfSteps(steps: readonly number[]): string {
  return steps
    .map((step) => String.fromCharCode(FIRST + step + Number(FIRST + step >= ESCAPED)))
    .join('');
}

/** The steps that a text stands for. */
export function stepsOfText(text: string): readonly number[] {
  return Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code - FIRST - Number(code > ESCAPED);
  });
}
