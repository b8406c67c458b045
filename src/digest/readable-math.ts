import { SYMBOL_MACROS, TEXT_MACROS } from './latex-macros.ts';

/** Macros that only choose a face, with the sign before and the group after them. */
const FACES =
  /([_^]?)\\{1,2}(?:math(?:rm|bf|cal|bb|it|sf)|text[a-z]*|boldsymbol|bm|operatorname)(?![A-Za-z])(?:\{([^{}]*)\})?/g;

const SUPERSCRIPTS = mapOf('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPTS = mapOf('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');

/**
 * TeX as plain text that a person can read and search: `10^{13}` → `10¹³`, `\alpha_t` → `α_t`.
 * For search, feeds and citations; pages show MathML.
 */
export function readableMath(tex: string): string {
  const faceless = tex.replace(
    FACES,
    (_, sign: string, group: string | undefined, start: number) => {
      if (group === undefined) return sign;
      if (sign !== '') return `${sign}{${group}}`;
      // The letters of the group do not belong to the name before it.
      return /\\[A-Za-z]+$/.test(tex.slice(0, start)) ? ` ${group}` : group;
    },
  );
  const symbols = faceless
    .replace(/\\[,;:!> ]/g, ' ')
    .replace(
      /\\([A-Za-z]+) ?/g,
      (_, name: string) => SYMBOL_MACROS.get(name) ?? TEXT_MACROS.get(name) ?? name,
    )
    .replace(/\\([^A-Za-z])/g, '$1');
  const scripts = symbols
    .replace(/\^(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, single?: string) =>
      script('^', group ?? single ?? '', SUPERSCRIPTS),
    )
    .replace(/_(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, single?: string) =>
      script('_', group ?? single ?? '', SUBSCRIPTS),
    );
  return scripts.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}

function script(sign: string, text: string, characters: ReadonlyMap<string, string>): string {
  const mapped = [...text].map((character) => characters.get(character));
  if (mapped.every((character) => character !== undefined)) return mapped.join('');
  if (text === '∘' || text === '°') return '°';
  return text.length === 1 ? sign + text : `${sign}(${text})`;
}

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, index) => [character, targets[index] ?? character]));
}
