/** Reads a file of the search, unpacked, by its name below the folder of the index. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** A file that holds JSON. */
export async function readJson(read: ReadFile, name: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await read(name)));
}

/** The same function, called once for each name as long as it succeeds. */
export function remembered<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const loading = load(name);
    known.set(name, loading);
    loading.catch(() => known.delete(name));
    return loading;
  };
}
