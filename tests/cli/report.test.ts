import fc from 'fast-check';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';

import { annotationLines, count, inert, reportLines, reportSummary } from '../../src/cli/report.ts';
import type { Problem } from '../../src/digest/types.ts';

fc.configureGlobal({ seed: 20250311, numRuns: 300 });

const FOUND: Problem = {
  code: 'date-missing',
  severity: 'error',
  file: 'digests/jars.txt',
  line: 3,
  column: 7,
  message: 'The digest has no date.',
  hint: 'Add one.',
};
const found = (more: Partial<Problem>): Problem => ({ ...FOUND, ...more });
const linesOf = (...problems: readonly Problem[]): readonly string[] =>
  reportLines(problems, 'content').map(stripVTControlCharacters);

describe('reportLines', () => {
  test('give place, severity, fact, what to do and code', () => {
    expect(linesOf(FOUND, found({ severity: 'notice', line: 12, code: 'date-distant' }))).toEqual([
      'content/digests/jars.txt:3:7 error The digest has no date. Add one. [date-missing]',
      'content/digests/jars.txt:12:7 notice The digest has no date. Add one. [date-distant]',
    ]);
  });

  test('give the place relative to the working directory', () => {
    const [line] = reportLines([FOUND], join(process.cwd(), 'jars'));
    expect(line).toMatch(/^jars\/digests\/jars\.txt:3:7 /);
  });

  test('hold no command of a workflow', () => {
    const [line] = reportLines([found({ message: '##[error]Jars', file: '::x' })], '.');
    expect(stripVTControlCharacters(line ?? '')).toBe(
      ': :x:3:7 error ## [error]Jars Add one. [date-missing]',
    );
  });
});

describe('annotationLines', () => {
  test.each(['error', 'warning', 'notice'] as const)('are commands for an %s', (severity) => {
    expect(annotationLines([found({ severity })], 'content')).toEqual([
      `::${severity} file=content/digests/jars.txt,line=3,col=7,title=date-missing::The digest has no date. Add one.`,
    ]);
  });

  test('escape what would end the text or a property', () => {
    const hostile = found({
      file: 'digests/a,line=1::b%0A\r\n.txt',
      message: '100%\n::error::x\r, y: z %0A',
    });
    expect(annotationLines([hostile], 'content')).toEqual([
      '::error file=content/digests/a%2Cline=1%3A%3Ab%250A%0D%0A.txt,line=3,col=7,title=date-missing::' +
        '100%25%0A::error::x%0D, y: z %250A Add one.',
    ]);
  });

  test('are read back as one command each, whatever the text', () => {
    const part = fc.constantFrom(
      '::',
      ':',
      ',',
      '%',
      '%0A',
      '%3A',
      '\r',
      '\n',
      '=',
      ' ',
      'a',
      '##[',
    );
    const text = fc.array(part, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
    const decoded = (value: string): string =>
      value
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%');
    fc.assert(
      fc.property(text, text, (file, message) => {
        const name = `x${file}x`;
        const [line = ''] = annotationLines([found({ file: name, message })], '.');
        expect(line).not.toMatch(/[\r\n]/);
        const [, properties = '', shown = ''] = /^::error ([^:]*)::(.*)$/.exec(line) ?? [];
        const entries = properties.split(',').map((each) => {
          const at = each.indexOf('=');
          return [each.slice(0, at), decoded(each.slice(at + 1))];
        });
        expect(Object.fromEntries(entries)).toEqual({
          file: relative(process.cwd(), join('.', name)),
          line: '3',
          col: '7',
          title: 'date-missing',
        });
        expect(entries).toHaveLength(4);
        expect(decoded(shown)).toBe(`${message} Add one.`);
      }),
    );
  });
});

describe('reportSummary', () => {
  const [error, warning, notice] = (['error', 'warning', 'notice'] as const).map((severity) =>
    found({ severity }),
  ) as [Problem, Problem, Problem];

  test.each([
    [[], ''],
    [[error], '1 error'],
    [[notice, warning, error], '1 error, 1 warning, 1 notice'],
    [[error, error, notice, notice], '2 errors, 2 notices'],
    [[warning, warning], '2 warnings'],
  ])('of some problems', (problems, summary) => {
    expect(reportSummary(problems)).toBe(summary);
  });
});

describe('count', () => {
  test.each([
    [0, '0 entries'],
    [1, '1 entry'],
    [2, '2 entries'],
  ])('of %i is %j', (value, text) => {
    expect(count(value, 'entry', 'entries')).toBe(text);
  });

  test('adds an s where no plural is given', () => {
    expect([count(1, 'jar'), count(2, 'jar')]).toEqual(['1 jar', '2 jars']);
  });
});

describe('inert', () => {
  test.each([
    ['::add-mask::jar', ': :add-mask::jar'],
    ['  ::error::jar', '  : :error::jar'],
    ['\u00a0\t::error::jar', '\u00a0\t: :error::jar'],
    ['::::error::jar', ': :::error::jar'],
    ['a\n::error::jar', 'a\n: :error::jar'],
    ['a\r::error::jar', 'a\r: :error::jar'],
    ['##[error]jar ##[group]', '## [error]jar ## [group]'],
    ['jars::on::shelves', 'jars::on::shelves'],
    [': jar', ': jar'],
    ['# jar [x]', '# jar [x]'],
    ['', ''],
  ])('of %j is %j', (line, expected) => {
    expect(inert(line)).toBe(expected);
  });

  test('leaves no command, whatever the text', () => {
    const part = fc.constantFrom('::', ':', ' ', '\t', '\n', '\r', '##[', '#', '[', 'error', ']');
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (each) => {
        const lines = inert(each).split(/[\r\n]/);
        expect(lines.filter((line) => line.trim().startsWith('::'))).toEqual([]);
        expect(lines.join('\n')).not.toContain('##[');
      }),
    );
  });
});
