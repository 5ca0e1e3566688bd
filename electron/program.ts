import packed from '../package.json' with { type: 'json' };

/** Which program this is and what it runs on. */
export const PROGRAM = {
  version: packed.version,
  node: process.versions.node,
  /** Null in a browser and on a terminal. */
  electron: process.versions.electron ?? null,
  platform: process.platform,
  architecture: process.arch,
} as const;
