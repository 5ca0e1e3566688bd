import path from 'node:path';
import { BACKUP_REASONS, type BackupReason } from '../../shared/api/backups.ts';
import type { Disk } from '../disk.ts';

export interface BackupFile {
  readonly name: string;
  readonly file: string;
  readonly at: Date;
  readonly reason: BackupReason;
  readonly bytes: number;
}

/** In the library's folder. */
export const BACKUP_FOLDER = 'backups';
/** On their way, or left by a program that was stopped on the way. */
export const PART = '.part';

/** Which are kept: so many of today, the last one of each earlier day, and so many in all. */
const MOST_TODAY = 3;
const MOST_IN_ALL = 10;

const NAME = /^library-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z]+)\.plkp\.db$/;

/** In UTC, so that names sort by time whatever the clock's zone. */
export function backupName(at: Date, reason: BackupReason): string {
  return `library-${at.toISOString().replaceAll(/[:.]/g, '-')}-${reason}.plkp.db`;
}

/** The backups in a folder, newest first; files of other names are none of ours. */
export function backupsIn(disk: Disk, folder: string): BackupFile[] {
  if (!disk.exists(folder)) return [];
  const found = disk.files(folder).flatMap((name) => {
    const [whole, day, hours, minutes, seconds, thousandths, said] = NAME.exec(name) ?? [];
    const reason = BACKUP_REASONS.find((known) => known === said);
    if (whole === undefined || !reason) return [];
    const at = new Date(`${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`);
    const file = path.join(folder, name);
    return Number.isNaN(at.getTime()) ? [] : [{ name, file, at, reason, bytes: disk.size(file) }];
  });
  return found.sort((one, other) => (one.name < other.name ? 1 : -1));
}

/** The ones that make room: all but the last three of today, the last of each earlier day, and ten in all. */
export function tooMany(newestFirst: readonly BackupFile[], now: Date): BackupFile[] {
  const perDay = new Map<string, number>();
  let kept = 0;
  return newestFirst.filter(({ at }) => {
    const day = at.toDateString();
    const ofDay = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, ofDay);
    const keep = ofDay <= (day === now.toDateString() ? MOST_TODAY : 1) && kept < MOST_IN_ALL;
    if (keep) kept += 1;
    return !keep;
  });
}

/** Removes what makes room, and what a stopped program left half done. */
export function thin(disk: Disk, folder: string, now: Date): void {
  for (const { file } of tooMany(backupsIn(disk, folder), now)) disk.remove(file);
  for (const name of disk.files(folder)) {
    if (name.startsWith('library-') && name.endsWith(PART)) disk.remove(path.join(folder, name));
  }
}
