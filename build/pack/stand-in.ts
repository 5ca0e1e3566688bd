import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of the shape of an Electron distribution for Linux, without Electron in it: enough for electron-builder to
 * lay out the program, to burn its fuses, and for us to look at what it packed. What comes out does not run.
 */
export function makeStandIn(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  for (const name of ['vi', 'en-US']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '');
  writeFileSync(path.join(folder, 'version'), version);
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\necho "a stand-in, not Electron" >&2\nexit 1\n'),
    FUSE_WIRE,
  ]);
  writeFileSync(path.join(folder, 'electron'), program, { mode: 0o755 });
}

/** The place in a binary where fuses are burnt (version 1, nine of them), as Electron 45 is released with. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);
