import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

import { liveContent } from './src/integrations/live-content.ts';
import { plainImports } from './src/integrations/plain-imports.ts';

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  // 'jsx', the default, glues words together where a line ends between two inline elements.
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), liveContent()],
  // Nothing inline: the Content-Security-Policy forbids it.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [plainImports()],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // What every page has is one file: small ones compress badly.
          codeSplitting: {
            groups: [
              {
                name: 'reader',
                test: /src\/(?:reader\/(?:[^/]+|(?:keys|list)\/(?!visit-note|help)[^/]+)|search\/page\/search-box)\.ts$|preload-helper/,
              },
            ],
          },
        },
        onLog(level, log, report) {
          // Astro marks MDX modules with a directive of its own that Rolldown does not know.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  devToolbar: { enabled: false },
});
