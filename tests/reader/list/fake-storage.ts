/** A storage like a browser's: entries are properties, and room can run out. */
export function fakeStorage(
  entries: Readonly<Record<string, string>> = {},
  room = Infinity,
): Storage {
  const storage = Object.create({
    getItem: (key: string) => (Object.hasOwn(storage, key) ? String(storage[key]) : null),
    removeItem: (key: string) => {
      Reflect.deleteProperty(storage, key);
    },
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('No room', 'QuotaExceededError');
      storage[key] = text;
    },
  }) as Storage;
  return Object.assign(storage, entries);
}

/** What browsers do where storage is closed. */
export function closedStorage(): Storage {
  throw new DOMException('closed', 'SecurityError');
}
