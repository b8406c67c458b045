/** The items of a list, at least two spaces apart or on lines of their own. */
const listed = (text: string): readonly string[] => text.trim().split(/\n *| {2,}/);

/** What people, pages, editors and attackers leave in a digest; inserted as it is. */
export const TOKENS: readonly string[] = [
  // LaTeX, Markdown, HTML, MDX, YAML, addresses and names that mean something elsewhere, closed and not.
  ...listed(String.raw`
    \textbf{  \emph{  \texttt{  {\bf x}  \footnote{  \cite{a,b}  }
    \href{https://example.org/a}{text}  \href{javascript:alert(1)}{x}  \url{data:a}
    \url{https://example.org/x_y}  \href{  \url{  \textcolor{red}{x}  \ding{51}  \'e  \"{o}
    \c{c}  \v{  \'\i  \~n  \^  \=  \H{o}  \o  \%  \&  \_  \#  \$  \{  \}  \\  \,  \/  \-  \
    \noindent  \xspace  \item  \ldots  \textsuperscript{th}  \textsubscript{a b}  \par  \n
    \begin{itemize}  \end{itemize}  \unknown  \unknown{x}  \left  ''  --  ---  ~  Fig.~1  {,}
    1{,}000  {cdot}  $  $$  $x^2$  $\alpha_t$  $5 and $10  \(  \)  \[  \]  $\frac{a}{b}$  \sqrt{
    $\sqrt{  ^{2}  _{i}  10^{13}  O(n^2)  0.67pm0.08  2times3  AcdotB  $\def\a{\a\a}\a$
    $\gdef\x{y}\x$  $\x$  \def\a{\a\a}\a  $\text{*a* <b>}$  $\href{javascript:alert(1)}{x}$
    $\style{color:red}{x}$  $\class{a}{x}$  $<$  $ $  $\char"202E x$  $\unicode{x202e}$
    $\unicode{x1F600}$  $\unicode{xfffc}$  $\log n$  $\left($  $x$y
    $\begin{matrix}a&b\\c&d\end{matrix}$  $\mathbb{R}$  $\operatorname{softmax}$  $\tag{1}$
    $\rule{1000em}{1000em}$  $a'''$  $\textbf{words}$  \(x\)  \[y\]  *  _  **  ~~~  [a](b)
    ![t](https://evil.example/p.png)  [x]: javascript:  # h  ## h  - x  + x  1. x  1) x
    | a | b |  ---  ***  ===  [^1]  <b>  </b>  <script>alert(1)</script>
    <img src=x onerror=alert(1)>  </math>  <math>  -->  <![CDATA[  ]]>  <?php  <EOS>
    <a href="https://example.org">  </p>  &amp;  &#65;  &#x202e;  &lt;  &  <  >  "  '  |  !  [
    ]  (  )  {  :::  {process.env.SECRET}  {import("fs")}  import x from "y"  export const y = 1
    {title}  {text}  "x" --- slug: ../../evil  &a *a  =cmd|calc  A } @evil{x  %2e%2e  ../..
    https://example.org/a_b*c  https://example.org/(a)  http://[bad  https://u:p@example.org/
    https://github.com/example/x.  https://mirror.example.net/a  https://  http://localhost/
    https://user@example.org/  \href{ftp://example.org/a}{x}  \url{javascript://example.org/}
    javascript:alert(1)  www.example.org  a@example.org  https://example.org/\_a\%20  https://a
    https://xn--/  https://example.org/%zz  https://1.2.3  HTTPS://EXAMPLE.ORG  __proto__
    constructor  CON  nul.txt  aux.  index  404  toString  prototype  no
  `),
  // Characters that cannot be seen, join others, or are rare.
  ...listed(
    '$灯$  $😀$  https://例え.jp/灯  \u202e  \u2066  \u200b  \u200c  \u200d  \u200e  \u00ad  ' +
      '\u2060  \ufffd  \u0000  \u0008  \u001b[31m  \u007f  \u0085  \ufffe  \ufffc  \u034f  \u061c  ' +
      '\u180e  \u2062  \u{e0001}  \u{e0067}  \ufdd0  \u{1ffff}  👩\u200d👩\u200d👧  ' +
      '🏴\u{e0067}\u{e0062}\u{e007f}  🏽  ❤\ufe0f  क\u094d\u200dष  ی\u200cم  灯台  각  é  ' +
      'e\u0301  \u0301  ﬁ  İ  ß  ǅ  مرحبا  …  \u{10ffff}  \u{f0000}  \ue000  \u0378  ²  ½  №  ' +
      '“  ”  ‘  ’  –  —',
  ),
  // Those that a list cannot hold.
  ...[
    '{\\em ',
    '\\ss ',
    '\\ ',
    '`',
    '``',
    '```',
    "`a'",
    '``words"',
    '\\texttt{`',
    '> ',
    '    code',
  ],
  ...[
    '<!-- ',
    'TY  - BOOK',
    '\ufeff',
    '\u000b',
    '\f',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\u2003',
    '\u3000',
    '\t',
  ],
];

/** Lines of the page a digest is copied from, and lines that may be taken for them. */
export const PAGE_LINES = listed(`
    new  Subscribe  Get trending papers in your email inbox!  Trending  Papers  Log in
    byAK and the research community  by AK  Daily papers  Hugging Face  View all  42  •  Mar 11
    11 March 2025  Tue, Mar 11  2025-03-11  Mar 12  Feb 30  March 11, 2024  May 0  Mar 99
    0000-00-00  2025-13-45  Sept. 3rd  1 jan 999  Upvote  Published on Mar 11  ...
`);

/** Lines of arXiv's mailings, and lines that may be taken for them. */
export const MAILING_LINES: readonly string[] = [
  ...[
    '\\\\',
    '\\\\',
    '\\\\ ( https://arxiv.org/abs/2503.99901 ,  1kb)',
    '\\\\ x',
    '-'.repeat(78),
    '%%--'.repeat(20),
  ],
  ...[
    '\\\\\narXiv:2503.99901\nTitle: A',
    'arXiv:2503.99901',
    'arXiv:hep-th/9999901 (*cross-listing*)',
  ],
  ...[
    'arXiv:x',
    'Paper: math.GT/9999901v2',
    'Title: On Gulls',
    'Title:',
    '  and Tides',
    'and Tides',
  ],
  ...[
    'Authors: A. B., C{\\"o}d (1) and {D',
    'Authors:',
    'Author: ((',
    'Categories: cs.LG cs.AI',
    'Categories: ?',
  ],
  ...[
    'DOI: 10.1000/182',
    'DOI: none',
    'Journal-ref: J. 1',
    'Date: Mon, 10 Mar 2025 18:21:11 GMT',
    'Date: x',
  ],
  ...[
    'Comments: \\sqrt{',
    'Foo: bar',
    'replaced with revised version Mon',
    'Submissions to:',
    'Machine Learning',
  ],
  ' received from  Mon 10 Mar 25 18:00:00 GMT  to  Tue 11 Mar 25 18:00:00 GMT',
  ' received from  Mon 10 Mar 25 18:00:00 GMT  to  Wed 12 Mar 25 18:00:00 GMT',
];

/** Names of files in `digests/`; the first ones are what people use. */
export const FILE_NAMES: readonly string[] = [
  ...listed(`
    2025-03-11.txt  2025-03-12.txt  2025-03-14.txt  2024-12-31.txt  2025-01-01.txt  2025-a.txt
    no-year.txt  000_34f0.txt  2025-02-30.txt  2025-13-01.txt  0000-00-00.txt  0999-01-01.txt
    9999-12-31.txt  20250311.txt  2025-03-111.txt  2025.txt  .txt  a#b.txt  q?b.txt  %2e%2e.txt
    <b>.txt  {title}.txt  2025-03-11 灯.TXT  2025_3_11 a.txt  __proto__.txt  '.txt
  `),
  ' .txt',
];

/** Bytes that no text holds, or not there. */
export const HOSTILE_BYTES: readonly (readonly number[])[] = listed(`
    00  08  1b  7f  80  c0 80  c2  c2 85  e2 80  e2 80 a8  e2 80 ae  ed a0 bd  ed a0 bd ed b8 80
    ed b8 80  ed  ef bb bf  ef bf bd  ef bf be  f0 9f  f4 90 80 80  fe ff  ff  ff fe
`).map((bytes) => bytes.split(' ').map((byte) => parseInt(byte, 16)));
