import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A page on the disk that sends a browser on to an address which nobody else may see. A program's arguments are read by
 * every user of the computer, and whoever opens an address with a token first is let in; this file is read by its owner
 * alone. `folder` is one that only they can look into. Answers the file's own address, which tells nothing.
 */
export function writeDoor(folder: string, url: string): string {
  const file = path.join(folder, 'enter.html');
  const page = `<!doctype html><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}">`;
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' });
  return pathToFileURL(file).href;
}
