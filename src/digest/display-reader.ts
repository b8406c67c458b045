import type { PhrasingContent } from 'mdast';

import { joined, linkNode, mathNode, textNode, textOf } from './display-nodes.ts';
import {
  ACCENTS,
  FACE_MACROS,
  LAST_ARGUMENT_MACROS,
  SILENT_MACROS,
  SYMBOL_MACROS,
  TEXT_MACROS,
} from './latex-macros.ts';
import { inFace, withMacro } from './macro-nodes.ts';
import { addressAt, safeAddress } from './web-address.ts';

/** Nested groups deeper than this are shown as they are written. */
const DEEPEST = 16;
const LONGEST_MATH = 400;
/** Dollar signs around what is not a formula: one piece of set text, or a link. */
const TEXT_IN_DOLLARS = /^\\(?:text(?:bf|it|tt|sc|sf|rm)?|emph)\{[^{}$]*\}$|\\(?:href|url)\{/;

/** What a construct at some index turns into, and where the text goes on. */
interface Construct {
  readonly nodes: readonly PhrasingContent[];
  /** Where it starts, if it takes in text before the sign. */
  readonly start?: number;
  readonly end: number;
}

/** Characters that can start a construct; everything between them is copied. */
const START =
  /\\|\$|`|--|~|\{|[_^](?=\{|-?\d)|https?:\/\/|(?<=\d)(?:pm(?=\d)|times(?![a-z]))|(?<=[A-Z])cdot(?=[A-Z])/gi;

/** Reads one text; made for it, because where its braces close is worked out once. */
export class DisplayReader {
  readonly #text: string;
  readonly #closings: ReadonlyMap<number, number>;

  constructor(text: string) {
    this.#text = text;
    this.#closings = closingBraces(text);
  }

  read(start: number, end: number, depth: number): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let copied = start;
    const starts = new RegExp(START);
    starts.lastIndex = start;
    for (
      let match = starts.exec(this.#text);
      match && match.index < end;
      match = starts.exec(this.#text)
    ) {
      const construct = this.#construct(match.index, match[0], copied, end, depth);
      if (construct === undefined || construct.end > end) continue;
      nodes.push(textNode(this.#text.slice(copied, construct.start ?? match.index)));
      for (const node of construct.nodes) nodes.push(node);
      copied = construct.end;
      starts.lastIndex = copied;
    }
    nodes.push(textNode(this.#text.slice(copied, end)));
    return joined(nodes);
  }

  #construct(
    index: number,
    sign: string,
    copied: number,
    end: number,
    depth: number,
  ): Construct | undefined {
    if (depth > DEEPEST) return undefined;
    switch (sign) {
      case '\\':
        return this.#macro(index, end, depth);
      case '$':
        return this.#dollarMath(index, end, depth);
      case '`':
        return this.#quotation(index, end, depth);
      case '{':
        return this.#group(index, end, depth);
      case '--':
        return this.#dash(index);
      case '~':
        return this.#tie(index);
      case '^':
      case '_':
        return this.#script(index, copied);
      case 'pm':
        return { nodes: [textNode('±')], end: index + 2 };
      case 'times':
        return { nodes: [textNode('×')], end: index + 5 };
      case 'cdot':
        return { nodes: [textNode('·')], end: index + 4 };
      default:
        return this.#address(index);
    }
  }

  #address(index: number): Construct | undefined {
    const found = addressAt(this.#text, index);
    return (
      found && { nodes: [linkNode(found.url, found.written.replace(/\\/g, ''))], end: found.end }
    );
  }

  /** `$…$` by Pandoc's rule (tex_math_dollars), so that sums of money stay text, but with
   * a macro inside it is a formula whatever follows; also `$$…$$`. */
  #dollarMath(index: number, end: number, depth: number): Construct | undefined {
    const isDouble = this.#text[index + 1] === '$';
    const open = index + (isDouble ? 2 : 1);
    const delimiter = isDouble ? '$$' : '$';
    const within = this.#text.slice(open, Math.min(end, open + LONGEST_MATH));
    const close = within.search(isDouble ? /(?<!\\)\$\$/ : /(?<!\\)\$/);
    const after = open + close + delimiter.length;
    const isMoney =
      !isDouble &&
      !/\\[A-Za-z]|^[<>≤≥∼~=+±×-]+$/.test(within.slice(0, close)) &&
      (/\s/.test(within.charAt(0) + within.charAt(close - 1)) ||
        /\d/.test(this.#text.charAt(after)));
    if (close <= 0 || isMoney) return undefined;
    const tex = within.slice(0, close).trim();
    if (/^(?:[\d.,+\-\s]*\\?%?|[<>≤≥∼~=+±×-]+)$/.test(tex))
      return { nodes: [textNode(tex.replace('\\', ''))], end: after };
    if (!TEXT_IN_DOLLARS.test(tex)) return { nodes: [mathNode(tex)], end: after };
    return { nodes: this.read(open, open + close, depth + 1), end: after };
  }

  /**
   * `10^{13}`, `x_{i}`, `O(n^2)`, `UniCode^2` outside dollar signs; a number or a single letter before the
   * sign belongs to the formula.
   */
  #script(index: number, copied: number): Construct | undefined {
    const base = this.#baseBefore(index, copied);
    const hasBase = base !== '' || /[\p{L}\d)\]]/u.test(this.#text.charAt(index - 1));
    const after = /[_^](?:\{[\w\s+\-*/.,()]{1,30}\}|-?\d{1,9}(?![\d_a-z]|\.\d))/y;
    after.lastIndex = index;
    const match = after.exec(this.#text)?.[0];
    if (match === undefined || !hasBase || (match.startsWith('_') && !match.includes('{')))
      return undefined;
    return {
      start: index - base.length,
      nodes: [mathNode(base + match.replace(/^(.)(-?\d+)$/, '$1{$2}'))],
      end: index + match.length,
    };
  }

  /** The number or single letter before an index, as far as it is not part of something else. */
  #baseBefore(index: number, copied: number): string {
    const before = this.#text.slice(Math.max(copied, index - 12), index);
    return /(?:\d[\d.]*|(?<![\p{L}\d])\p{L})$/u.exec(before)?.[0] ?? '';
  }

  /** `` `word' `` and ``` ``words'' ```. */
  #quotation(index: number, end: number, depth: number): Construct | undefined {
    const isDouble = this.#text[index + 1] === '`';
    const [opening, closing, left, right] = isDouble
      ? ['``', "''", '“', '”']
      : ['`', "'", '‘', '’'];
    const from = index + opening.length;
    const within = this.#text.slice(from, Math.min(end, from + 300));
    let close = within.search(isDouble ? /''|"/ : /'/);
    // An apostrophe inside (`model's output') does not close the quotation.
    while (!isDouble && close >= 0 && /\w/.test(within.charAt(close + 1)))
      close = within.indexOf(closing, close + 1);
    if (close <= 0 || within.slice(0, close).includes('`')) return undefined;
    const inner = this.read(from, from + close, depth + 1);
    return {
      nodes: [textNode(left), ...inner, textNode(right)],
      end: from + close + (within[close] === '"' ? 1 : closing.length),
    };
  }

  /** `--` and `---` between words or between spaces; options (`--all`), arrows and rules stay. */
  #dash(index: number): Construct | undefined {
    const run = /-*/y;
    run.lastIndex = index;
    const { length } = run.exec(this.#text)?.[0] ?? '';
    const [before, after] = [this.#text.charAt(index - 1), this.#text.charAt(index + length)];
    const isBetween =
      (before === ' ' && after === ' ') || (/[^\s<>!-]/.test(before) && /[^\s<>!-]/.test(after));
    if (length > 3 || !isBetween)
      return { nodes: [textNode('-'.repeat(length))], end: index + length };
    return { nodes: [textNode(length === 2 ? '–' : '—')], end: index + length };
  }

  /** A tie between words (`Fig.~1`) is a space. */
  #tie(index: number): Construct | undefined {
    const isTie =
      /[\p{L}.,]/u.test(this.#text.charAt(index - 1)) &&
      /[\p{L}\d\\($]/u.test(this.#text.charAt(index + 1));
    return isTie ? { nodes: [textNode(' ')], end: index + 1 } : undefined;
  }

  /** `{\em text}`, `{\deg}`, `{\"o}` and the like; other braces are text. */
  #group(index: number, limit: number, depth: number): Construct | undefined {
    const close = this.#argument(index, limit)?.close;
    if (close === undefined) return undefined;
    if (this.#text.slice(index, close + 1) === '{,}' && /\d/.test(this.#text.charAt(index - 1)))
      return { nodes: [textNode(',')], end: close + 1 };
    const start = /\{(?:cdot(?=[A-Z}])|(?=\\[A-Za-z]+\s*\}))/y;
    start.lastIndex = index;
    const opening = start.exec(this.#text)?.[0];
    if (opening !== undefined) {
      const inner = this.read(index + opening.length, close, depth + 1);
      return { nodes: [textNode(opening === '{' ? '' : '·'), ...inner], end: close + 1 };
    }
    const sign = /^\{\\([^\sA-Za-z]|[A-Za-z](?![A-Za-z]))/.exec(
      this.#text.slice(index, index + 4),
    )?.[1];
    const accented = ACCENTS.has(sign ?? '') ? this.#accent(sign ?? '', index + 3) : undefined;
    if (accented?.end === close) return { ...accented, end: close + 1 };
    const face = /\{\s*\\([A-Za-z]+)\s+/y;
    face.lastIndex = index;
    const match = face.exec(this.#text);
    const kind = match && FACE_MACROS.get(match[1] ?? '');
    if (!kind || face.lastIndex > close) return undefined;
    return { nodes: inFace(kind, this.read(face.lastIndex, close, depth + 1)), end: close + 1 };
  }

  #macro(index: number, limit: number, depth: number): Construct | undefined {
    const pattern = /\\(?:([A-Za-z]+)\*?|([^\s]| (?=\S)))/y;
    pattern.lastIndex = index;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    const [written, name, sign] = match;
    const end = index + written.length;
    return name === undefined
      ? this.#signMacro(sign ?? '', end)
      : this.#namedMacro(name, end, limit, depth);
  }

  #signMacro(sign: string, end: number): Construct | undefined {
    if (sign === "'" && this.#isApostrophe(end)) return { nodes: [textNode("'")], end };
    if (ACCENTS.has(sign)) return this.#accent(sign, end);
    if (sign === '(' || sign === '[') {
      const within = this.#text.slice(end, end + LONGEST_MATH);
      const close = within.indexOf(sign === '(' ? '\\)' : '\\]');
      if (close <= 0) return undefined;
      return { nodes: [mathNode(within.slice(0, close).trim())], end: end + close + 2 };
    }
    if (/[%&#_${}]/.test(sign)) return { nodes: [textNode(sign)], end };
    // `i.e.\ their`; a backslash between two spaces is one.
    if (sign === ' ' && this.#text.charAt(end - 3) === ' ') return undefined;
    if (sign === '\\' || sign === ',' || sign === ';' || sign === ' ')
      return { nodes: [textNode(' ')], end };
    return sign === '/' || sign === '-' || sign === '@' ? { nodes: [], end } : undefined;
  }

  /** `today\'s`, `don\'t`: somebody escaped what is no accent. */
  #isApostrophe(after: number): boolean {
    const ending = /(?:s|t|re|ll|ve|d|m)(?!\p{L})/uy;
    ending.lastIndex = after;
    return /\p{L}/u.test(this.#text.charAt(after - 3)) && ending.test(this.#text);
  }

  /** `\'e`, `\'{e}`, `\c{c}`: the letter with its accent. */
  #accent(sign: string, end: number): Construct | undefined {
    const letter = /\s?(?:\{\\?(\p{L})\}|\\?(\p{L}))/uy;
    letter.lastIndex = end;
    const match = letter.exec(this.#text);
    const character = match?.[1] ?? match?.[2];
    if (character === undefined) return undefined;
    const dotless = character === 'ı' ? 'i' : character;
    return {
      nodes: [textNode((dotless + (ACCENTS.get(sign) ?? '')).normalize('NFC'))],
      end: letter.lastIndex,
    };
  }

  #namedMacro(name: string, end: number, limit: number, depth: number): Construct | undefined {
    const first = this.#argument(end, limit);
    if (first && name.length === 1 && ACCENTS.has(name)) return this.#accent(name, end);
    const symbol = TEXT_MACROS.get(name) ?? SYMBOL_MACROS.get(name);
    if (symbol !== undefined) {
      const isEmpty = first && first.close === first.open;
      return { nodes: [textNode(symbol)], end: isEmpty ? first.close + 1 : end };
    }
    if (name === 'url' && first) return this.#linkMacro(first, undefined, depth);
    const second = first && this.#argument(first.close + 1, limit);
    if (name === 'href' && second) return this.#linkMacro(first, second, depth);
    if (!first) return { nodes: [textNode(name)], end };
    if (first.close === first.open) return { nodes: [textNode(name)], end: first.close + 1 };
    if (SILENT_MACROS.has(name)) return { nodes: [], end: first.close + 1 };
    const last = LAST_ARGUMENT_MACROS.has(name) && second ? second : first;
    const inner = this.read(last.open, last.close, depth + 1);
    return {
      nodes: withMacro(name, inner, this.#text.slice(last.open, last.close)),
      end: last.close + 1,
    };
  }

  #linkMacro(address: Argument, label: Argument | undefined, depth: number): Construct | undefined {
    const written = this.#text
      .slice(address.open, address.close)
      .replace(/\\(?=[_%#&~])/g, '')
      .trim();
    const url = safeAddress(written);
    const end = (label ?? address).close + 1;
    const children = label ? this.read(label.open, label.close, depth + 1) : [];
    const isBlank = textOf(children).trim() === '';
    const shown = isBlank ? [textNode(written)] : children;
    return { nodes: url === undefined ? shown : [linkNode(url, textOf(shown))], end };
  }

  /** The group at an index, if it closes within what is being read: no text is read twice. */
  #argument(index: number, limit: number): Argument | undefined {
    const close = this.#closings.get(index);
    return close === undefined || close >= limit ? undefined : { open: index + 1, close };
  }
}

/** A group `{…}`: index after its opening brace and of its closing one. */
interface Argument {
  readonly open: number;
  readonly close: number;
}

/** Index of the closing brace for each opening one that has one; `\{` and `\}` are not braces. */
function closingBraces(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const match of text.matchAll(/\\[\\{}]|[{}]/g)) {
    if (match[0] === '{') open.push(match.index);
    if (match[0] !== '}') continue;
    const opening = open.pop();
    if (opening !== undefined) closings.set(opening, match.index);
  }
  return closings;
}
