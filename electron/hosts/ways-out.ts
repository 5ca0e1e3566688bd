import { existsSync } from 'node:fs';
import path from 'node:path';
import { message } from '../../shared/messages/message.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { BACKUP_FOLDER } from '../store/backup-files.ts';
import { LIBRARY_FILE } from '../store/library-files.ts';

/** While somebody else has the library, to wait is all: in another folder the officer would miss the plans. */
const HELD: readonly string[] = ['library.busy', 'library.inUse'];
/** The plans are whole, only their folder is no place for them. */
const MISPLACED: readonly string[] = [
  'library.networkFolder',
  'library.syncedFolder',
  'library.notLocalDisk',
];
/** The plans may not be readable any more. */
const BROKEN: readonly string[] = ['library.damaged', 'library.diskFailed', 'library.cannotOpen', 'internal'];

export function isMisplaced({ code }: Refusal): boolean {
  return MISPLACED.includes(code);
}

/** What an officer can do about a library that does not open, besides trying again. */
export interface WaysOut {
  /** Whether another folder would help. */
  readonly otherFolder: boolean;
  /** In words, each what to do with the folder that there is. */
  readonly advice: readonly string[];
}

/** The ways out of a refusal to open the library in `folder`. */
export function waysOut(refusal: Refusal, folder: string): WaysOut {
  const { code } = refusal;
  const backups = path.join(folder, BACKUP_FOLDER);
  const otherFolder = !HELD.includes(code);
  const advice = [
    ...(otherFolder ? [message('startup.otherLibrary', { folder })] : []),
    ...(isMisplaced(refusal) ? [message('startup.takeAlong', { folder })] : []),
    ...(BROKEN.includes(code) && existsSync(backups)
      ? [message('startup.backups', { backups, file: LIBRARY_FILE })]
      : []),
  ];
  return { otherFolder, advice };
}
