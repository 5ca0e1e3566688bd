import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { type Disk, systemCodeOf } from '../disk.ts';

/** Written and taken away again, to see that it can be. */
const PROBE = `phu-luc-thu-${process.pid}.tmp`;

/**
 * Whether a folder can take a second copy of every backup: it is there, can be written to, and is not the library's own, by
 * whatever way it is named. A share and a folder that a program copies to the cloud are good places for whole files.
 */
export function checkSecondFolder(disk: Disk, library: string, folder: string): Result<void> {
  if (!path.isAbsolute(folder)) return refuse('settings.folderNotWhole', { folder });
  try {
    disk.folders(folder);
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === null) throw error;
    if (reason === 'ENOENT') return refuse('settings.folderMissing', { folder });
    return reason === 'ENOTDIR'
      ? refuse('settings.folderIsFile', { folder })
      : refuse('settings.folderNotWritable', { folder, reason });
  }
  const way = path.relative(library, folder);
  const inside = way === '' || !(way.startsWith('..') || path.isAbsolute(way));
  if (inside) return refuse('settings.folderOfLibrary', { folder });
  return probed(disk, library, folder);
}

function probed(disk: Disk, library: string, folder: string): Result<void> {
  const probe = path.join(folder, PROBE);
  try {
    disk.write(probe, '');
    const same = disk.exists(path.join(library, PROBE));
    disk.remove(probe);
    return same ? refuse('settings.folderOfLibrary', { folder }) : ok(undefined);
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === null) throw error;
    return refuse('settings.folderNotWritable', { folder, reason });
  }
}
