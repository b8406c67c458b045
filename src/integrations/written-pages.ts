import type { AstroIntegration } from 'astro';

/** What a build does with pages, by their files below the folder of the site, with `/`. */
export interface PageStore {
  /** Is told how many pages there will be. */
  readonly expect: (pages: number) => void;
  /** Whether a page that was made of the same is there already; it is not rendered then. */
  readonly keep: (file: string, key: string) => boolean;
  /** Takes a rendered page in UTF-8, with what it is made of, if that is known. */
  readonly write: (file: string, html: Buffer, key: string | undefined) => void;
}

/**
 * Hands pages to the build as they are rendered. Astro itself would wait for the file system after each: for
 * light pages, as long as rendering takes. Single pages such as `404.html`, whose files are named by rules of
 * their own, are left to Astro.
 *
 * What a page is made of is the `cacheKey` that its `getStaticPaths` gives it.
 */
export function writtenPages(store: PageStore): AstroIntegration {
  let base = '/';
  const keys = new Map<string, string>();
  return {
    name: 'offprint-written-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: 'offprint-written-pages',
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            store.expect(paths.filter(({ route }) => route.pathname === undefined).length);
            return paths.filter(({ pathname, cacheKey }) => {
              if (cacheKey === undefined) return true;
              const file = fileOf(pathname);
              keys.set(file, cacheKey);
              return !store.keep(file, cacheKey);
            });
          },
          async render(request, options) {
            const rendered = await astro.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            if (options.routeData.pathname !== undefined || !response.ok) return rendered;
            const file = fileOf(new URL(request.url).pathname.slice(base.length));
            store.write(file, Buffer.from(await response.arrayBuffer()), keys.get(file));
            // Astro writes nothing for a response without a body.
            return new Response(null);
          },
        }));
      },
    },
  };
}

/** `/papers/gulls/` → `papers/gulls/index.html`. */
function fileOf(pathname: string): string {
  return `${pathname.replace(/^\/|\/$/g, '')}/index.html`;
}
