import type { AstroIntegration } from 'astro';

/** Takes a page: its file below the folder of the site, with `/`, and its HTML in UTF-8. */
export type TakePage = (file: string, html: Buffer) => void;

/**
 * Hands pages to the build as they are rendered. Astro itself would wait for the file system after each: for
 * light pages, as long as rendering takes. Single pages such as `404.html`, whose files are named by rules of
 * their own, are left to Astro.
 */
export function writtenPages(take: TakePage): AstroIntegration {
  let base = '/';
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
          async render(request, options) {
            const rendered = await astro.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            if (options.routeData.pathname !== undefined || !response.ok) return rendered;
            const { pathname } = new URL(request.url);
            const html = Buffer.from(await response.arrayBuffer());
            take(`${pathname.slice(base.length)}index.html`, html);
            // Astro writes nothing for a response without a body.
            return new Response(null);
          },
        }));
      },
    },
  };
}
