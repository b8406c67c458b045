import { create } from './dom.ts';

/** Hands a text to the reader as a file. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  create('a', { href: address, download: name }).click();
  // The browser has taken the address over once the click is done.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  });
}
