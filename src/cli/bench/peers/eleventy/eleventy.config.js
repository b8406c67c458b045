/** Bodies are Markdown and no templates, which also saves Eleventy a pass. */
export const config = {
  dir: { input: 'content', includes: '../_includes', data: '../_data' },
  templateFormats: ['md'],
  markdownTemplateEngine: false,
};

export default function () {
  // Everything is in `config`; Eleventy asks for a function.
}
