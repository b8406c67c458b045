import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** What XML 1.0 allows nowhere, escaped or not (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Markup that this module has made already, for use in a tree. */
export interface MadeXml {
  readonly type: 'raw';
  readonly value: string;
}

/** Elements as well-formed XML, whatever their texts hold; what XML cannot hold at all is left out. */
export function xmlOf(elements: Element | Element[]): string {
  const xml = toXml(elements, { allowDangerousXml: true, closeEmptyElements: true });
  // Texts may not hold the end of a CDATA section, which the serialiser leaves; there are no such sections.
  return xml.replace(FORBIDDEN, '').replaceAll(']]>', ']]&gt;');
}

/** An element as a document of its own. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(root)}\n`;
}

/** What `xmlOf` has made, as a node of another tree. */
export function madeXml(value: string): MadeXml {
  return { type: 'raw', value };
}

/** A text as it stands between tags, in XML and HTML, where markup is put together by hand. */
export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
