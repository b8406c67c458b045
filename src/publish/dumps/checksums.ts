/**
 * The text of a file that `sha256sum -c` reads (https://www.gnu.org/software/coreutils/manual/html_node/md5sum-invocation.html):
 * a checksum, two spaces and a name on each line, in order of the names.
 *
 * @param sums the checksum of each file in hexadecimal, by its name below the folder of the site; names hold
 * neither backslashes nor line ends.
 */
export function checksumsText(sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => `${sum}  ${name}\n`)
    .join('');
}
