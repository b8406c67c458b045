/** Abstracts of papers, read from their own pages: text, whatever is in them. */

const known = new Map<string, Promise<string>>();

/**
 * The abstract of the paper at an address of this site; empty when it has none or its page cannot be read
 * now, because a result without an excerpt is still a result.
 */
export async function abstractAt(address: string): Promise<string> {
  const reading = known.get(address) ?? readAbstract(address);
  known.set(address, reading);
  try {
    return await reading;
  } catch {
    known.delete(address);
    return '';
  }
}

async function readAbstract(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const paragraphs = page.querySelectorAll('.abstract > p');
  return Array.from(paragraphs, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(
    ' ',
  );
}
