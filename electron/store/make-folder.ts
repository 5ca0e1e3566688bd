import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/refusal.ts';

/** Makes a folder with its parents, readable by this user only. One that is there already stays as it is. */
export function makeFolder(folder: string): Result<string, 'library.cannotMakeFolder'> {
  try {
    make(path.resolve(folder));
    return ok(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      return refuse('library.cannotMakeFolder', { folder, reason: error.code });
    }
    throw error;
  }
}

/** Parents first, one at a time: Node's recursive `mkdir` never returns where the system answers ENOENT, as /proc does. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) make(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}
