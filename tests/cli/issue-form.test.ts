import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { IssueFormError, issueFormLabels, readIssueForm } from '../../src/cli/issue-form.ts';

const TEXT = 'Mar 11\n\nThe Title of a Paper\n\nIts abstract.';

/** The body that GitHub makes of the two answers. */
function body(date: string, text: string): string {
  const answers = [`### ${issueFormLabels.date}`, date, `### ${issueFormLabels.text}`];
  return [...answers, `\`\`\`text\n${text}\n\`\`\``].join('\n\n');
}

test('a form gives its date and its text', () => {
  expect(readIssueForm(body('2025-03-11', TEXT))).toEqual({
    date: '2025-03-11',
    text: `${TEXT}\n`,
  });
});

test('line ends of browsers, blank lines around the text and a missing code block do not matter', () => {
  const expected = { date: '2025-03-11', text: `${TEXT}\n` };
  expect(readIssueForm(body('2025-03-11', TEXT).replaceAll('\n', '\r\n'))).toEqual(expected);
  expect(readIssueForm(`${body('2025-03-11', `\n\n${TEXT}\n\n`)}\n`)).toEqual(expected);
  const bare = body('2025-03-11', TEXT).replaceAll(/```(?:text\n)?/g, '');
  expect(readIssueForm(bare)).toEqual(expected);
});

describe('a text that looks like the form is text', () => {
  test.each([
    [
      'headings',
      `A\n\n### ${issueFormLabels.date}\n\n1999-01-01\n\n### ${issueFormLabels.text}\n\nB`,
    ],
    ['the end of a code block', 'A\n```\n\n### Text of the digest\n\n```text\nB'],
    ['a last line of code marks', 'A\n```'],
    ['a first line of code marks', '```text\nA'],
    ['a command to the runner', '::add-mask::a\n::set-output name=date::../../x'],
    ['a template', '${{ github.token }} $(id) `id`'],
  ])('%s', (_, text) => {
    expect(readIssueForm(body('2025-03-11', text))).toEqual({
      date: '2025-03-11',
      text: `${text}\n`,
    });
  });

  test('whatever it is', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('', '```', '### Text of the digest', '---'));
    const words = fc.tuple(fc.constant('A'), fc.array(line), fc.constant('Z'));
    fc.assert(
      fc.property(words, ([first, lines, last]) => {
        const text = [first, ...lines, last].join('\n');
        expect(readIssueForm(body('2025-03-11', text)).text).toBe(
          `${text.replaceAll('\r\n', '\n')}\n`,
        );
      }),
    );
  });
});

describe('an issue is refused', () => {
  test.each([
    ['without a body', ''],
    ['that was not made with the form', 'Please add this digest.\n\n2025-03-11'],
    ['with something above the form', `Hello!\n\n${body('2025-03-11', TEXT)}`],
    ['with something below the text', `${body('2025-03-11', TEXT)}\n\nThank you!`],
    ['with another heading first', body('2025-03-11', TEXT).replace('### ', '#### ')],
    ['without a date', body('_No response_', TEXT)],
    ['without a text', body('2025-03-11', '')],
    ['with a text of spaces', body('2025-03-11', ' \n \n')],
  ])('%s', (_, issue) => {
    expect(() => readIssueForm(issue)).toThrow(IssueFormError);
  });

  test.each([
    '11 March 2025',
    '2025-3-11',
    '2025-02-30',
    '2025-13-01',
    '0000-00-00',
    '2025-03-112',
    '2025-03-11 ',
    '2025-03-11/../../../x',
    '2025-03-11\ndate=2025-03-12',
    '2025-03-11\n\nand more',
    '../../../etc',
    '٢٠٢٥-٠٣-١١',
  ])('dated %j', (date) => {
    expect(() => readIssueForm(body(date, TEXT))).toThrow(IssueFormError);
  });

  test('in words that repeat nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (text) => {
        for (const issue of [text, body(text, TEXT), `${body('2025-03-11', TEXT)}\n${text}.`]) {
          try {
            readIssueForm(issue);
          } catch (error) {
            expect(String(error)).not.toContain(text);
          }
        }
      }),
    );
  });
});
