import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { violations } from './architecture.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|astro|mjs|js)$/.test(file));

test.each(FILES)('src/%s imports only what its folder may', (file) => {
  expect(violations(file, readFileSync(join(SRC, file), 'utf8'))).toEqual([]);
});

test('every part of the source was looked at', () => {
  const folders = new Set(FILES.map((file) => file.split('/')[0]));
  for (const folder of ['digest', 'archive', 'publish', 'search', 'loaders', 'cli', 'pages'])
    expect(folders).toContain(folder);
});

describe('an import that the design forbids is found', () => {
  test.each([
    ['digest/a.ts', "import { x } from '../archive/types.ts';"],
    ['digest/a.ts', "import type { X } from '../archive/types.ts';"],
    ['digest/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['digest/a.ts', "import { readFile } from 'fs';"],
    ['digest/a.ts', "import { z } from 'zod';"],
    ['digest/a.ts', "export { x } from '../publish/title.ts';"],
    ['digest/a.ts', "export * from '../publish/title.ts';"],
    ['digest/a.ts', "const x = await import('node:fs');"],
    ['digest/a.ts', "type X = import('../archive/types.ts').Archive;"],
    ['digest/a.ts', "import 'unified';"],
    ['digest/deep/a.ts', "import { x } from '../../archive/types.ts';"],
    ['archive/a.ts', "import { x } from '../publish/title.ts';"],
    ['archive/a.ts', "import { x } from '../loaders/environment.ts';"],
    ['archive/a.ts', "import { join } from 'node:path';"],
    ['publish/a.ts', "import { x } from '../search/index/records.ts';"],
    ['publish/a.ts', "import { getCollection } from 'astro:content';"],
    ['search/a.ts', "import { readdir } from 'node:fs/promises';"],
    ['search/index/build-index.ts', "import { x } from '../../loaders/environment.ts';"],
    ['loaders/a.ts', "import { x } from '../cli/usage.ts';"],
    ['loaders/a.ts', "import { x } from '../pages/a.ts';"],
    ['integrations/a.ts', "import { x } from '../cli/usage.ts';"],
    ['components/a.ts', "import { x } from '../loaders/archive-source.ts';"],
    ['components/a.ts', "import type { X } from '../loaders/content-folder.ts';"],
    ['components/a.ts', "import { x } from '../loaders/provided-archive.ts';"],
    ['layouts/a.ts', "import { x } from '../loaders/provided-archive.ts';"],
    ['layouts/archive.ts', "import { x } from '../loaders/archive-source.ts';"],
    ['components/a.ts', "import { x } from '../archive/merge.ts';"],
    [
      'pages/papers/[id].astro',
      "---\nimport { x } from '../../loaders/environment.ts';\n---\n<p />",
    ],
    [
      'pages/a.astro',
      "---\n---\n<script>\nimport { x } from '../search/index/records.ts';\n</script>",
    ],
    ['pages/a.astro', "---\nimport { readFile } from 'node:fs/promises';\n---"],
    ['digest/a.ts', "import { x } from '../../package.json';"],
    ['elsewhere/a.ts', ''],
  ])('%s: %j', (file, source) => {
    expect(violations(file, source)).toHaveLength(1);
  });

  test.each([
    ['digest/a.ts', "const x = process.env['HOME'];"],
    ['archive/a.ts', 'const x = globalThis.process.cwd();'],
    ['publish/a.ts', 'const x = new Date();'],
    ['archive/a.ts', 'const x = Date.now();'],
    ['search/a.ts', 'const x = performance.now();'],
    ['digest/a.ts', 'const x = Math.random();'],
    ['pages/a.astro', '---\nconst x = process.env.HOME;\n---'],
  ])('and so is an impure %s: %s', (file, source) => {
    expect(violations(file, source)).not.toEqual([]);
  });
});

describe('an import that the design allows is not', () => {
  test.each([
    ['digest/a.ts', "import { x } from './types.ts';"],
    ['digest/a.ts', "import type { Root } from 'mdast';"],
    ['archive/a.ts', "import { x } from '../digest/types.ts';\nimport { z } from 'zod';"],
    ['archive/a.ts', "import { createHash } from 'node:crypto';"],
    ['publish/a.ts', "import { toHtml } from 'hast-util-to-html';"],
    ['publish/a.ts', "const day = new Date('2025-03-11');"],
    ['search/index/build-index.ts', "import { join } from 'node:path';\nconst x = process.env;"],
    ['loaders/a.ts', "import { glob } from 'astro/loaders';\nconst x = process.env;"],
    ['cli/a.ts', "import { x } from '../loaders/texts.ts';\nconst now = Date.now();"],
    ['content.config.ts', "import { existsSync } from 'node:fs';\nimport './loaders/texts.ts';"],
    ['components/a.ts', "import type { X } from '../loaders/archive-source.ts';"],
    ['layouts/archive.ts', "import { x } from '../loaders/provided-archive.ts';"],
    ['components/A.astro', "---\nimport type { X } from '../archive/types.ts';\n---\n<p />"],
    ['pages/a.astro', "---\nimport '../styles/fonts.css?url';\n---\n<p>import x from 'y'</p>"],
    ['digest/a.ts', "// import x from 'node:fs'\nconst text = \"import x from 'node:fs'\";"],
    ['digest/a.ts', 'const x = entry.process.done;'],
  ])('%s: %j', (file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});
