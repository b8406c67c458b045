/** The colours of the site, light and dark; mail programs that know none of it show a plain page. */
export const mailStyle = `
:root { color-scheme: light dark }
body { max-width: 36rem; margin: 0 auto; padding: 1rem; background: #fcfaf5; color: #23211c; font: 1rem/1.5 Georgia, serif; overflow-wrap: break-word }
h1, h2, h3 { font-weight: 600; line-height: 1.25 }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1.25rem; margin: 2rem 0 0; border-bottom: 1px solid #d8d1c1 }
h3 { font-size: 1.125rem; margin: 1.5rem 0 0 }
p { margin: 0.5rem 0 }
a { color: #8b2c17 }
.authors, time, footer { color: #645e52 }
footer { margin-top: 2rem; border-top: 1px solid #d8d1c1 }
@media (prefers-color-scheme: dark) {
body { background: #171613; color: #e6e1d5 }
h2, footer { border-color: #403c34 }
a { color: #eba083 }
.authors, time, footer { color: #aaa396 }
}
`;
