import { catalogue, type Rule } from '../digest/problem-catalogue.ts';
import { withoutDetails } from '../digest/problems.ts';
import type { Severity } from '../digest/types.ts';
import { code as inCode, heading, paragraph } from '../publish/markdown-nodes.ts';
import { stringify } from '../publish/markdown.ts';

/** Where the catalogue is kept for people to read. */
export const PROBLEMS_PAGE = '.github/problems.md';

const SECTIONS: readonly (readonly [Severity, string, string])[] = [
  [
    'error',
    'Errors',
    'What has an error is left out. A build stops and leaves the published site as it is; with --keep-going it publishes the rest.',
  ],
  [
    'warning',
    'Warnings',
    'What has a warning is published, mended where it was broken. Look whether it is as you meant it.',
  ],
  [
    'notice',
    'Notices',
    'What has a notice is published as it is; only npm run check looks for them. They are questions, and may be answered with no.',
  ],
];

/** The catalogue of all problems as a Markdown page, made from their messages. */
export function problemsPage(): string {
  const rules = Object.entries<Rule>(catalogue);
  return stringify([
    heading(1, 'What Offprint can find in the content'),
    paragraph(
      'Made from src/digest/problem-catalogue.ts by npm run docs. On the command line: ',
      inCode('npm run check -- --explain CODE'),
    ),
    ...SECTIONS.flatMap(([severity, title, meaning]) => [
      heading(2, title),
      paragraph(meaning),
      ...rules
        .filter(([, rule]) => rule.severity === severity)
        .flatMap(([code, { message, hint, why }]) => [
          heading(3, code),
          paragraph(
            { type: 'emphasis', children: [{ type: 'text', value: withoutDetails(message) }] },
            ` ${hint}`,
          ),
          paragraph(why),
        ]),
    ]),
  ]);
}
