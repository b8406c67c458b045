/** An address found in text, in normal form, and where it ends. */
export interface FoundAddress {
  readonly url: string;
  /** The address as it is written. */
  readonly written: string;
  /** Index after its last character in the text. */
  readonly end: number;
}

/** Characters that can stand in an address; `\_`, `\%`, `\#`, `\&`, `\~` are LaTeX for the bare sign. */
const ADDRESS = /https?:\/\/(?:\\[_%#&~]|[^\s<>"{}|\\^`$]){1,2001}/iy;

/**
 * The http(s) address that starts at `index`, without the punctuation that ends its sentence.
 * Nothing for addresses that are malformed or carry a user name (they hide where they lead).
 */
export function addressAt(text: string, index: number): FoundAddress | undefined {
  ADDRESS.lastIndex = index;
  const match = ADDRESS.exec(text)?.[0];
  if (match === undefined || match.length > 2000) return undefined;
  const written = withoutFinalPunctuation(match);
  const url = safeAddress(written.replace(/\\(?=[_%#&~])/g, ''));
  return url === undefined ? undefined : { url, written, end: index + written.length };
}

/** The address in normal form if it is http(s), well formed and without a user name. */
export function safeAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isSafe =
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    (url.hostname.includes('.') || url.hostname === 'localhost') &&
    // Browsers take a percent sign alone; RFC 3986, section 2.1, and feeds do not.
    !/%(?![\da-f]{2})/i.test(url.href);
  return isSafe ? url.href : undefined;
}

/** Drops final punctuation; a closing bracket stays when its opening one is part of the address. */
function withoutFinalPunctuation(address: string): string {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (/[.,;:!?'’”*]/.test(last)) continue;
    const opening = { ')': '(', ']': '[' }[last];
    if (opening === undefined) break;
    const kept = address.slice(0, end);
    if (kept.split(opening).length >= kept.split(last).length) break;
  }
  return address.slice(0, end);
}
