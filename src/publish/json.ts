/** JSON with some signs as escapes (`\u2028`), which mean the same: it may have them within strings alone. */
export function withEscapes(json: string, signs: RegExp): string {
  return json.replace(signs, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
