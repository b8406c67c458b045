import type { Archive } from '../../archive/types.ts';
import type { MachineFile } from '../machine-file.ts';
import type { SiteUrls } from '../site-urls.ts';
import { dateDrawings, dateImageFile, siteDrawing, siteImage } from './social-image.ts';

/**
 * The drawings that are shown with links to the home page and to each date. Pages name them by whole addresses, so
 * that there are none when the address of the site is not known.
 */
export function* socialImages(archive: Archive, urls: SiteUrls): Generator<MachineFile> {
  if (!urls.isPlaced) return;
  const { settings, dates } = archive;
  yield { name: siteImage(settings).file, contents: siteDrawing(archive), isDrawing: true };
  const drawing = dateDrawings(archive);
  for (const issue of dates)
    yield { name: dateImageFile(issue.date), contents: drawing(issue), isDrawing: true };
}
