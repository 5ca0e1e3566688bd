import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of the shape of an Electron distribution for Linux, without Electron in it: enough for electron-builder to
 * lay out the program and for us to look at what it packed. What comes out does not run.
 */
export function makeStandIn(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  for (const name of ['vi', 'en-US']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '');
  writeFileSync(path.join(folder, 'version'), version);
  writeFileSync(path.join(folder, 'electron'), '#!/bin/sh\necho "a stand-in, not Electron" >&2\nexit 1\n', {
    mode: 0o755,
  });
}
