import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ok, refuse } from '../../../shared/refusal.ts';
import type { Files } from './command.ts';

/** Files relative to a folder. What the system refuses is told with its own code ("ENOENT", "EACCES"). */
export function terminalFiles(folder: string): Files {
  return {
    read: (file) => {
      const full = path.resolve(folder, file);
      try {
        return ok(new Uint8Array(readFileSync(full)));
      } catch (error) {
        return refuse('cli.cannotReadFile', { file: full, reason: reasonOf(error) });
      }
    },
    write: (file, bytes) => {
      const full = path.resolve(folder, file);
      const part = `${full}.${randomUUID()}.part`;
      try {
        writeFileSync(part, bytes, { flush: true });
        renameSync(part, full);
        return ok(full);
      } catch (error) {
        rmSync(part, { force: true });
        return refuse('cli.cannotWriteFile', { file: full, reason: reasonOf(error) });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/**
 * Where the terminal stands. npm runs a script in the package's folder and keeps the caller's in INIT_CWD, which
 * means that only when npm runs this very script.
 */
export function terminalFolder(environment: {
  readonly npm_lifecycle_event?: string | undefined;
  readonly INIT_CWD?: string | undefined;
}): string {
  const viaNpm = environment.npm_lifecycle_event === 'planner';
  return (viaNpm ? environment.INIT_CWD : undefined) ?? process.cwd();
}
