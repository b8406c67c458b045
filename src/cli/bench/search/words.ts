/** The words of a text as they stand between spaces, without the punctuation around them. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** The runs of letters and digits of a text, in lower case. */
export function termsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** True of one plain word of three letters or more that says what a text is about. */
export function isContentWord(word: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N}]+$/u.test(word) &&
    (word.match(/\p{L}/gu) ?? []).length >= 3 &&
    !isStopWord(word)
  );
}

/** True of a word that says nothing by itself. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about across after all also am among an and any are as at be been before being between both but by ' +
    'can could did do does doing done each either even every few for from further had has have having he her ' +
    'here his how i if in into is it its itself just like many may might more most much must my need neither ' +
    'new no nor not now of off on one only onto or other our out over own per same she should since so some ' +
    'such than that the their them then there these they this those through thus to too toward towards ' +
    'under until up upon us use used using very via was we were what when where whether which while who ' +
    'whom whose why will with within without would yet you your'
  ).split(' '),
);

/** Words of other languages; which of them an archive in English holds must be looked up. */
export const FOREIGN_WORDS: readonly string[] = [
  ...[
    'Geschwindigkeit',
    'Schmetterling',
    'Zusammenhang',
    'Untersuchung',
    'Vogelflug',
    'Leuchtturm',
  ],
  ...['grenouille', 'parapluie', 'hirondelle', 'quelquefois', 'bibliothèque', 'coquelicot'],
  ...['mariposa', 'ferrocarril', 'desarrollo', 'lluvia', 'murciélago', 'pájaro'],
  ...['gabbiano', 'farfalla', 'sviluppo', 'onderzoek', 'vlinder', 'borboleta'],
];
