import { describe, expect, test } from 'vitest';

import { decode, hasInvisible } from '../../src/digest/decode.ts';
import { limits } from '../../src/digest/limits.ts';
import { bytesOf, codes, places, raw } from '../helpers.ts';

const lines = (content: string | Iterable<number>): readonly string[] => decode(raw(content)).lines;
const message = (content: string | Iterable<number>): string | undefined =>
  decode(raw(content)).problems[0]?.message;

describe('line ends', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['NEL, U+0085', '\u0085'],
    ['the line separator U+2028', '\u2028'],
    ['the paragraph separator U+2029', '\u2029'],
  ])('%s gives the same lines as LF', (_, end) => {
    const decoded = decode(raw(['Title', '', 'Abstract', ''].join(end)));
    expect(decoded).toEqual({ lines: ['Title', '', 'Abstract', ''], problems: [] });
  });

  test('line ends of every kind in one file count one each', () => {
    expect(lines('a\r\nb\rc\nd\u2028e')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('a byte order mark is no character and no problem', () => {
    expect(decode(raw('\ufeffTitle'))).toEqual({ lines: ['Title'], problems: [] });
  });

  test('white space in a line stays as it is written', () => {
    expect(lines('  a\tb\u00a0c ')).toEqual(['  a\tb\u00a0c ']);
  });
});

describe('encodings', () => {
  test('UTF-8 of one, two, three and four bytes is read', () => {
    expect(lines('aé€😀')).toEqual(['aé€😀']);
  });

  const utf16 = (text: string, isBigEndian: boolean): number[] =>
    [...text].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return isBigEndian ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8];
    });

  test.each([
    ['little-endian with its byte order mark', [0xff, 0xfe, ...utf16('Title', false)], 0],
    ['big-endian with its byte order mark', [0xfe, 0xff, ...utf16('Title', true)], 0],
    ['little-endian without one', utf16('A title\n', false), 1],
    ['big-endian without one', utf16('A title\n', true), 0],
  ])('UTF-16 %s is rejected at its first telling byte', (_, bytes, offset) => {
    const decoded = decode(raw(bytes));
    expect(decoded.lines).toEqual([]);
    expect(codes(decoded.problems)).toEqual(['encoding-utf16']);
    expect(message(bytes)).toContain(`byte offset ${String(offset)}.`);
  });

  test.each([
    ['a Latin-1 letter', [0x61, 0xe9, 0x20], 1],
    ['a stray continuation byte', [0x61, 0x62, 0x80], 2],
    ['a sequence cut by a line end', [0x61, 0xe2, 0x80, 0x0a], 1],
    ['a sequence cut by the end of the file', [0x61, 0xe2, 0x82], 1],
    ['a cut sequence that starts as U+FFFD does', [0x61, 0xef, 0xbf, 0x0a], 1],
    ['the same at the end of the file', [0x61, 0xef, 0xbf], 1],
    ['half a byte order mark of UTF-16', [0xff, 0x61, 0x62], 0],
    ['the other half of one', [0x61, 0xfe, 0x62], 1],
    ['the other half at the start', [0xfe, 0x61, 0xff], 0],
    ['an overlong slash', [0xc0, 0xaf], 0],
    ['a code point above U+10FFFF', [0x61, 0xf4, 0x90, 0x80, 0x80], 1],
    ['a bad byte after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 4],
    ['a bad byte after letters of several bytes', [...bytesOf('é€😀'), 0xff], 9],
    ['a bad byte after a true U+FFFD', [...bytesOf('\ufffd'), 0xff], 3],
    ['Latin-1 that starts as a surrogate does', [0x61, 0xed, 0xe9, 0xe9], 1],
    ['two bytes of a surrogate, then Latin-1', [0x61, 0xed, 0xa0, 0xe9], 1],
  ])('invalid UTF-8 is rejected with its byte offset: %s', (_, bytes, offset) => {
    const decoded = decode(raw(bytes));
    expect(decoded.lines).toEqual([]);
    expect(decoded.problems).toMatchObject([
      {
        code: 'encoding-invalid',
        severity: 'error',
        message: `The file is not valid UTF-8 at byte offset ${String(offset)}.`,
      },
    ]);
  });
});

describe('files that are no text', () => {
  test.each([
    ['no bytes', ''],
    ['only line ends and spaces', ' \n\t\n\u00a0'],
    ['only a byte order mark', '\ufeff'],
    ['only characters that nobody sees', '\u200b\n\ufffe'],
  ])('a file of %s is empty, which is a warning', (_, text) => {
    expect(decode(raw(text))).toMatchObject({
      lines: [],
      problems: [{ code: 'file-empty', severity: 'warning' }],
    });
  });

  test('control characters throughout make a file binary', () => {
    const bytes = Array.from({ length: 400 }, (_, index) => index % 7);
    expect(decode(raw(bytes))).toMatchObject({
      lines: [],
      problems: [{ code: 'file-binary', severity: 'error' }],
    });
  });

  test('a few control characters do not make a text binary', () => {
    expect(codes(decode(raw(`${'text '.repeat(20)}\0`)).problems)).toEqual(['characters-removed']);
  });

  test('a file over the size limit is rejected before it is read', () => {
    const decoded = decode({ file: 'a.txt', bytes: new Uint8Array(limits.fileBytes + 1) });
    expect(decoded.lines).toEqual([]);
    expect(codes(decoded.problems)).toEqual(['file-too-large']);
    expect(decoded.problems[0]?.message).toContain('33,554,433 bytes');
  });

  test('a file at the size limit is read', () => {
    const bytes = new Uint8Array(limits.fileBytes).fill(0x61);
    expect(decode({ file: 'a.txt', bytes }).problems).toEqual([]);
  });

  test('a file of too many lines is rejected, one at the limit is read', () => {
    const lines = (count: number): string => 'a\n'.repeat(count - 1);
    expect(codes(decode(raw(lines(limits.lines + 1))).problems)).toEqual(['too-many-lines']);
    expect(decode(raw(lines(limits.lines))).lines).toHaveLength(limits.lines);
  });
});

describe('characters that nobody sees', () => {
  test.each([
    ['NUL', '\0'],
    ['backspace', '\b'],
    ['escape', '\u001b'],
    ['delete', '\u007f'],
    ['a C1 control', '\u0090'],
    ['the soft hyphen', '\u00ad'],
    ['the combining grapheme joiner', '\u034f'],
    ['the zero-width space', '\u200b'],
    ['the word joiner', '\u2060'],
    ['the right-to-left override', '\u202e'],
    ['the left-to-right embedding', '\u202a'],
    ['the first strong isolate', '\u2068'],
    ['a byte order mark inside the text', '\ufeff'],
    ['the replacement character', '\ufffd'],
    ['the noncharacter U+FFFE', '\ufffe'],
    ['the noncharacter U+FDD0', '\ufdd0'],
    ['the noncharacter U+1FFFF', '\u{1ffff}'],
    ['the noncharacter U+2FFFE', '\u{2fffe}'],
    ['the noncharacter U+10FFFF', '\u{10ffff}'],
    ['a tag letter', '\u{e0041}'],
  ])('%s is removed, and reported where it stood', (_, character) => {
    const decoded = decode(raw(`long text, so that one is few\nlong ${character}text`));
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    expect(decoded.lines[1]).toBe('long text');
    expect(places(decoded.problems)).toEqual(['2:6 characters-removed']);
    expect(decoded.problems[0]?.message).toContain(`U+${code}`);
  });

  test('a line with several of them is one warning that names each once', () => {
    const { problems } = decode(raw('a\u200bb\u00adc\u200bd'));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(': U+200B, U+00AD.');
  });

  test.each([
    ['emoji variation selector', '❤\ufe0f'],
    ['plain directional mark', 'a\u200fb'],
    ['no-break space', 'a\u00a0b'],
    ['combining accent', 'e\u0301'],
    ['tab', 'a\tb'],
  ])('a character that changes how text looks stays: %s', (_, text) => {
    expect(decode(raw(text))).toEqual({ lines: [text], problems: [] });
  });

  test('after the limit the rest of the warnings are summed up in one', () => {
    const { problems } = decode(raw('a\u200b\n'.repeat(limits.repairsListed + 1500)));
    expect(problems).toHaveLength(limits.repairsListed + 1);
    expect(problems.at(-1)).toMatchObject({ line: limits.repairsListed + 1 });
    expect(problems.at(-1)?.message).toContain('in 1,500 more lines');
  });

  test('as many warnings as the limit are all listed', () => {
    const { problems } = decode(raw('a\u200b\n'.repeat(limits.repairsListed)));
    expect(problems).toHaveLength(limits.repairsListed);
    expect(problems.at(-1)?.message).toContain('U+200B');
  });
});

describe('joiners', () => {
  test.each([
    ['a family', '👩\u200d👩\u200d👧'],
    ['a skin tone', '👩🏽\u200d💻'],
    ['a heart on fire, after a variation selector', '❤\ufe0f\u200d🔥'],
    ['red hair', '👨\u200d🦰'],
    ['a gender sign', '🤷\u200d♂\ufe0f'],
    ['Hindi', 'क्\u200dष'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['Bengali', 'র\u200d্য'],
    ['Persian', 'می\u200cخواهم'],
    ['Persian after a vowel sign', 'کتابِ\u200cمن'],
    ['Persian after a digit', '۱۲\u200cام'],
    ['Persian after an accent of another script', 'ی\u0302\u200cم'],
    [
      'the flag of Wales, made of tags',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
    ],
  ])('are kept where they mean something: %s', (_, text) => {
    expect(decode(raw(`${text} and text`))).toEqual({ lines: [`${text} and text`], problems: [] });
  });

  test.each([
    ['between Latin letters', 'a\u200db', 'ab'],
    ['non-joiner between Latin letters', 'a\u200cb', 'ab'],
    ['after an emoji and before a letter', '👩\u200da', '👩a'],
    ['non-joiner between emoji', '👩\u200c💻', '👩💻'],
    ['at the start of a line', '\u200d💻', '💻'],
    ['tags without a flag', 'a\u{e0067}\u{e007f}', 'a'],
    ['after a Mongolian character that is removed', '\u180e\u200d a', ' a'],
    ['after an Arabic mark that cannot be seen', '\u061c\u200d a', '\u061c a'],
  ])('are removed where they mean nothing: %s', (_, text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  test.each([
    ['the replacement character', '\ufffd'],
    ['a byte order mark', '\ufeff'],
    ['a noncharacter', '\ufdd0'],
  ])('a flag protects only tags after it, not %s', (_, character) => {
    expect(lines(`\u{1f3f4}${character} flies`)).toEqual(['\u{1f3f4} flies']);
  });
});

describe('lone surrogates', () => {
  test('are removed and reported; the text around them stays', () => {
    const bytes = [
      ...bytesOf('one '),
      0xed,
      0xa0,
      0xbd,
      ...bytesOf('two '),
      0xed,
      0xb8,
      0x80,
      0x2e,
    ];
    expect(decode(raw(bytes))).toMatchObject({
      lines: ['one two .'],
      problems: [{ code: 'characters-removed', severity: 'warning' }],
    });
    expect(message(bytes)).toContain('lone surrogates');
  });

  test('several in a row are removed together', () => {
    expect(lines([0x61, 0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80, 0xed, 0xbf, 0xbf, 0x62])).toEqual([
      'ab',
    ]);
  });

  test.each([
    ['a character that is cut in two by one', [0xe7, 0xed, 0xb8, 0x80, 0x81, 0xaf], 0],
    ['a bad byte after one', [0x61, 0xed, 0xa0, 0x80, 0x62, 0xff], 5],
  ])('do not hide what is not UTF-8: %s', (_, bytes, offset) => {
    expect(codes(decode(raw(bytes)).problems)).toEqual(['encoding-invalid']);
    expect(message(bytes)).toContain(`byte offset ${String(offset)}.`);
  });

  test('Hangul, whose bytes start alike, is no surrogate', () => {
    expect(decode(raw('한국어 틤 ퟻ'))).toEqual({ lines: ['한국어 틤 ퟻ'], problems: [] });
  });
});

describe('hasInvisible', () => {
  test.each(['a\0', '\u202e', '\u00ad', '\ufffd', '\ufdd0', '\ud800', 'a\udc00'])(
    'finds %j',
    (text) => {
      expect(hasInvisible(text)).toBe(true);
      expect(hasInvisible(text)).toBe(true);
    },
  );

  test.each(['', 'a text', 'é', '水', '😀', 'a\tb\n', 'e\u0301'])('finds nothing in %j', (text) => {
    expect(hasInvisible(text)).toBe(false);
  });
});
