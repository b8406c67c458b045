import type { Plugin } from 'vite';

/** Where Vite keeps the function that it puts around every `import()`. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Leaves `import()` to the browser. Vite's function fetches what the module imports, styles too, ahead of it;
 * here no script has styles, so that on every page it would weigh more than it saves.
 */
export function plainImports(): Plugin {
  return {
    name: 'offprint-plain-imports',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: false } }),
    load(id) {
      return id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}
