import type { Refusal, Result } from '../shared/refusal.ts';
import { BackupNotWhole } from './store/backups.ts';
import { NewerLibrary } from './store/library.ts';
import { LIBRARY_SCHEMA, versionOf } from './store/schema.ts';
import { storageRefusal } from './store/storage-refusal.ts';
import { DamagedRecord } from './store/stored-json.ts';

type Ask<Input, Output> = (input: Input) => Promise<Result<Output>>;

/**
 * Wraps a method of the planner so that what the disk did wrong is said as a refusal: the officer can free space or
 * close the other window. Every other throw is a bug and goes on.
 */
export function shelteredIn(folder: string): <Input, Output>(ask: Ask<Input, Output>) => Ask<Input, Output> {
  return (ask) => async (input) => {
    try {
      return await ask(input);
    } catch (error) {
      const refusal = refusalOf(error, folder);
      if (refusal) return { ok: false, refusal };
      throw error;
    }
  };
}

function refusalOf(error: unknown, folder: string): Refusal | null {
  if (error instanceof NewerLibrary) {
    return {
      code: 'library.newer',
      params: { folder, version: error.version, known: versionOf(LIBRARY_SCHEMA) },
    };
  }
  if (error instanceof BackupNotWhole) return error.refusal;
  if (!(error instanceof DamagedRecord)) return storageRefusal(error, folder);
  return { code: 'library.damagedPlan', params: { folder, reason: error.message.slice(0, 200) } };
}
