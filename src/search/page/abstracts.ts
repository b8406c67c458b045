/** Abstracts of papers, read from their own pages: text, whatever is in them. */

const known = new Map<string, Promise<string>>();

/**
 * The abstract of the paper at an address of this site; empty when it has none or its page cannot be read,
 * because a result without an excerpt is still a result.
 */
export function abstractAt(address: string): Promise<string> {
  const reading = known.get(address) ?? readAbstract(address).catch(() => '');
  known.set(address, reading);
  return reading;
}

async function readAbstract(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) return '';
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const paragraphs = page.querySelectorAll('.abstract > p');
  return Array.from(paragraphs, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(
    ' ',
  );
}
