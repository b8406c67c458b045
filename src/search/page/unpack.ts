/** The signature of gzip (RFC 1952, section 2.3.1). */
const GZIP = [0x1f, 0x8b];

/**
 * Fetches a packed file. Some hosts send such files as compressed responses, which browsers unpack
 * themselves: what does not look packed is taken as it is.
 *
 * @throws TypeError when the connection fails, Error when the host does not have the file.
 */
export async function unpacked(address: URL, cache: RequestCache): Promise<Uint8Array> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address.pathname}: ${String(response.status)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!GZIP.every((byte, index) => bytes[index] === byte)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
