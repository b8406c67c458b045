/** Whether the reader has asked the browser to load little (https://wicg.github.io/savedata/). */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
