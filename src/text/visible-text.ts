/**
 * A text of somebody else, to be shown: cut to a length, without what no reader sees or what turns the
 * direction of what follows, and without half characters. What a digest may hold (`src/digest/decode.ts`)
 * stays: joiners after letters and signs beyond ASCII, and the tags of a flag.
 */
export function visibleText(text: string, longest: number): string {
  return text.slice(0, longest).replace(INVISIBLE, '');
}

const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- the class lists them one by one
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\p{Cs}\p{Noncharacter_Code_Point}]|(?<![^\0-\x7f])[\u200c\u200d]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu;
