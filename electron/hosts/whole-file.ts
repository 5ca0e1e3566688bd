import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { LARGEST_FILE } from '../../shared/api/host.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';

export type FileRefusalCode = 'file.cannotRead' | 'file.cannotWrite' | 'file.tooLarge';

/** A whole file. What the system refuses is told with its own code ("ENOENT", "EBUSY"). */
export function readWholeFile(file: string): Result<Uint8Array<ArrayBuffer>, FileRefusalCode> {
  try {
    // Looked at before it is read: a disk image dropped by mistake must not fill the memory.
    if (statSync(file).size > LARGEST_FILE) {
      return refuse('file.tooLarge', { file, most: LARGEST_FILE / 1024 ** 2 });
    }
    return ok(new Uint8Array(readFileSync(file)));
  } catch (error) {
    return refuse('file.cannotRead', { file, reason: systemCode(error) });
  }
}

/** All of it or nothing: a file that was there stays whole until the new one is on the disk. */
export function writeWholeFile(file: string, bytes: Uint8Array): Result<string, FileRefusalCode> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    writeFileSync(part, bytes, { flush: true });
    renameSync(part, file);
    return ok(file);
  } catch (error) {
    const reason = systemCode(error);
    try {
      rmSync(part, { force: true });
    } catch {
      // What could not be written cannot be taken away either, as where a file stands in place of a folder.
    }
    return refuse('file.cannotWrite', { file, reason });
  }
}

function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
