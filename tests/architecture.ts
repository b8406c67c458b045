import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';

/** What the files of a folder of `src/` may import. */
interface Rule {
  /** Folders or files of `src/`. */
  readonly sources: readonly string[];
  /** The same, for types alone. */
  readonly types?: readonly string[];
  /** Packages and Node modules; a final `*` stands for any end. */
  readonly packages: readonly string[];
  /** May read the environment and the clock. */
  readonly isEdge?: true;
}

const CORE = ['text', 'digest', 'archive', 'publish', 'search'];
/** Pages only arrange: of the core they see types, of the edge only where the archive is. */
const PAGE: Rule = {
  sources: ['components', 'layouts', 'styles', 'publish', 'search/page', 'reader'],
  types: ['archive', 'digest', 'loaders/archive-source.ts'],
  packages: ['astro:*', '@astrojs/*', 'astro'],
};
const EDGE: Rule = { sources: [...CORE, 'loaders'], packages: ['*'], isEdge: true };

/** The “may import” column of the design, by folder or file; a file has precedence over its folder. */
const RULES: Readonly<Record<string, Rule>> = {
  digest: { sources: ['digest'], types: [], packages: ['mdast'] },
  text: { sources: ['text'], packages: ['stemmer'] },
  archive: {
    sources: ['archive', 'digest', 'text'],
    packages: ['yaml', 'zod', 'node:crypto', 'umap-js'],
  },
  publish: {
    sources: ['publish', 'archive', 'digest'],
    packages: [
      'hast',
      'mdast',
      'hast-util-*',
      'mdast-util-*',
      'xast',
      'xast-util-*',
      'xastscript',
      'zod',
      'remark-*',
      'unified',
      'temml',
      'diff',
    ],
  },
  search: { sources: CORE, packages: [] },
  'search/page': { sources: [...CORE, 'reader'], packages: [] },
  // In the reader's browser: the reading list, keys, the map, what is kept for use offline.
  reader: { sources: ['reader', 'publish', 'search', 'text'], types: CORE, packages: [] },
  'reader/clock.ts': { sources: [], packages: [], isEdge: true },
  'search/index': { sources: CORE, packages: ['node:crypto', 'node:zlib'] },
  'search/index/build-index.ts': { ...EDGE, sources: CORE, packages: ['node:*'] },
  'search/index/pagefind.ts': { sources: CORE, packages: ['pagefind', 'node:zlib'] },
  'search/index/pagefind-process.ts': {
    sources: CORE,
    packages: ['pagefind', 'node:child_process', 'node:diagnostics_channel'],
  },
  'search/index/part-store.ts': { ...EDGE, sources: CORE, packages: ['node:*'] },
  loaders: EDGE,
  integrations: { ...EDGE, sources: [...EDGE.sources, 'integrations'] },
  // The build knows the files of the site by the fingerprints that the service worker makes of them.
  cli: { ...EDGE, sources: [...EDGE.sources, 'cli', 'integrations', 'reader/offline'] },
  'content.config.ts': EDGE,
  components: PAGE,
  layouts: PAGE,
  'layouts/page-key.ts': { ...PAGE, packages: [...PAGE.packages, 'node:crypto'] },
  'layouts/archive.ts': { ...PAGE, sources: [...PAGE.sources, 'loaders/provided-archive.ts'] },
  pages: PAGE,
};

/**
 * What a file may not do by the design, one line each: imports that its folder may not have, and, outside
 * the edge, reading the environment, the clock or chance.
 *
 * @param file path below `src/`, with `/`.
 */
export function violations(file: string, source: string): readonly string[] {
  const rule = ruleOf(file);
  if (rule === undefined) return [`${file} is in no folder of the design`];
  const script = ts.createSourceFile(file, scriptOf(file, source), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported && !isAllowed(file, rule, imported))
      found.push(`${file} imports ${imported.isType ? 'a type of ' : ''}${imported.specifier}`);
    const impurity = rule.isEdge ? undefined : impurityOf(node);
    if (impurity !== undefined) found.push(`${file} uses ${impurity}`);
    ts.forEachChild(node, visit);
  };
  visit(script);
  return found;
}

interface Imported {
  readonly specifier: string;
  readonly isType: boolean;
}

function ruleOf(file: string): Rule | undefined {
  const [folder = '', inner = ''] = file.split('/');
  return RULES[file] ?? RULES[`${folder}/${inner}`] ?? RULES[folder];
}

/** The TypeScript of a file: of an Astro component its front matter and its scripts. */
function scriptOf(file: string, source: string): string {
  if (!file.endsWith('.astro')) return source;
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? '';
  const scripts = [...source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontMatter, ...scripts.map((match) => match[1] ?? '')].join('\n');
}

function importOf(node: ts.Node): Imported | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return withSpecifier(node.moduleSpecifier, isType);
  }
  if (ts.isExportDeclaration(node)) return withSpecifier(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return withSpecifier(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return withSpecifier(node.arguments[0], false);
  return undefined;
}

function withSpecifier(node: ts.Node | undefined, isType: boolean): Imported | undefined {
  return node && ts.isStringLiteralLike(node) ? { specifier: node.text, isType } : undefined;
}

function isAllowed(file: string, rule: Rule, { specifier, isType }: Imported): boolean {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('.')) {
    const target = posix.join(posix.dirname(file), path);
    const sources = isType ? [...rule.sources, ...(rule.types ?? [])] : rule.sources;
    return sources.some((each) => target === each || target.startsWith(`${each}/`));
  }
  const name = isBuiltin(path) && !path.startsWith('node:') ? `node:${path}` : path;
  return rule.packages.some((each) =>
    each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each,
  );
}

/** The environment, the clock or chance, if this is where the code asks one of them. */
function impurityOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return node.arguments?.length ? undefined : 'the clock (new Date())';
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const text = node.getText();
  if (/^(?:globalThis\.)?process\b/.test(text)) return 'process';
  if (/^(?:Date|performance)\.now$/.test(text)) return `the clock (${text})`;
  return text === 'Math.random' ? 'chance (Math.random)' : undefined;
}
