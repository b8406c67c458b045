import { describe, expect, test } from 'vitest';

import { displayTitle, sortKey, titleLetter } from '../../src/publish/title.ts';

describe('displayTitle', () => {
  test.each([
    ['Gulls', 'Gulls', 'Gulls'],
    ['Gulls & <b>Tides</b>', 'Gulls & <b>Tides</b>', 'Gulls &#x26; &#x3C;b>Tides&#x3C;/b>'],
    [
      '\\textbf{Gulls} and \\emph{Tides}',
      'Gulls and Tides',
      '<strong>Gulls</strong> and <em>Tides</em>',
    ],
    ['\\texttt{gull}', 'gull', '<code>gull</code>'],
    ['*Gulls* _and_ `Tides`', '*Gulls* _and_ `Tides`', '*Gulls* _and_ `Tides`'],
    ['Gulls at $x^2$', 'Gulls at x²', 'Gulls at <math><msup><mi>x</mi><mn>2</mn></msup></math>'],
    ['Gulls at $\\gull$', 'Gulls at gull', 'Gulls at $\\gull$'],
    [
      'Gulls at https://example.org/',
      'Gulls at https://example.org/',
      'Gulls at https://example.org/',
    ],
    ['\\href{https://example.org/}{Gulls}', 'Gulls', 'Gulls'],
  ])('%j', (source, text, html) => {
    expect(displayTitle(source)).toEqual({ text, html });
  });

  test.each([
    'Gulls at https://example.org/',
    '[Gulls](https://example.org/)',
    'Gulls](https://example.org/) [',
    '<a href="https://example.org/">Gulls</a>',
    '\\emph{\\href{https://example.org/}{Gulls}}',
    '\\textbf{https://example.org/}',
    '\\emph{\\textbf{at https://example.org/ and}}',
    '{\\em \\href{https://example.org/}{Gulls}}',
  ])('stands inside a link, so it holds none: %j', (source) => {
    expect(displayTitle(source).html).not.toContain('<a');
  });

  test.each(['\\xspace', '\\label{gulls}', '\\\\', '$ $', '{\\xspace}'])(
    'of nothing but macros without text shows them: %j',
    (source) => {
      expect(displayTitle(source)).toEqual({ text: source, html: source });
    },
  );

  test('of hostile text is text', () => {
    const { text, html } = displayTitle('</script><script>alert(1)</script><img src=x onerror=a>');
    expect(text).toBe('</script><script>alert(1)</script><img src=x onerror=a>');
    expect(html).not.toMatch(/<(?!\/?(?:em|strong|code|math|m[a-z]+)\b)/);
  });
});

describe('sortKey', () => {
  test.each([
    ['A Study of Gulls', 'study of gulls'],
    ['An Ode to Gulls', 'ode to gulls'],
    ['The Gulls', 'gulls'],
    ['“The Gulls”', 'gulls'],
    ['\\textbf{The} Gulls', 'gulls'],
    ['Theory of Gulls', 'theory of gulls'],
    ['A', 'a'],
    ['The', 'the'],
    ['Étude', 'etude'],
    ['a-gulls', 'gulls'],
    ['\\,', '\\'],
  ])('of %j is %j', (title, key) => {
    expect(sortKey(title)).toBe(key);
  });
});

describe('titleLetter', () => {
  test.each([
    ['Gulls', 'g'],
    ['gulls', 'g'],
    ['The Gulls', 'g'],
    ['“Gulls”', 'g'],
    ['\\emph{Gulls}', 'g'],
    ['Étude', 'e'],
    ['3 Gulls', '0-9'],
    ['The 3 Gulls', '0-9'],
    ['αGulls', 'other'],
    ['灯台', 'other'],
    ['🐦', 'other'],
    ['...', 'other'],
    ['$\\alpha$', 'other'],
  ])('%j is under %s', (title, letter) => {
    expect(titleLetter(title)).toBe(letter);
  });
});
