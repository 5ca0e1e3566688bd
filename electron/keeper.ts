import path from 'node:path';
import type { Backup, BackupReason, LibraryState, Restore } from '../shared/api/backups.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/refusal.ts';
import type { Desk } from './desk.ts';
import { type Log, NO_LOG } from './log/log.ts';
import { logCode } from './log/log-event.ts';
import type { BackupFile } from './store/backup-files.ts';
import { type BackupSource, Backups, type MadeBackup } from './store/backups.ts';
import type { Library } from './store/library.ts';
import { storageRefusal } from './store/storage-refusal.ts';
import { type Problem, verify, verifyStates } from './store/verify.ts';

/** Milliseconds from the start to the first backup, which must not stand in the way of the window. */
const FIRST = 3_000;
/** Milliseconds between two looks whether one is due. */
const PACE = 30 * 60_000;

/** Whoever looks after the safety of one library while a host runs: makes backups by itself, and answers for them. */
export class Keeper {
  readonly #library: Library;
  readonly #backups: Backups;
  readonly #log: Log;
  #problem: Refusal | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** One at a time: the next waits. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(library: Library, desk: Desk, log: Log = NO_LOG) {
    this.#library = library;
    this.#log = log;
    this.#backups = new Backups(library.opened, {
      disk: desk.disk,
      now: desk.now,
      secondFolder: () => library.settings().backupFolder || null,
    });
  }

  state(): LibraryState {
    const { newer, recovery, folder } = this.#library.opened;
    const [backup] = this.#backups.list();
    return { folder, newer, recovery, backup: backup ? shown(backup) : null, problem: this.#problem };
  }

  list(): Backup[] {
    return this.#backups.list().map(shown);
  }

  /** Makes a backup now. Throws what the disk did wrong. */
  make(reason: BackupReason): Promise<MadeBackup> {
    return this.#inTurn(async () => {
      const made = await this.#backups.make(reason);
      const { backup, second } = made;
      this.#problem = second;
      this.#log.write({ event: 'backup', reason, bytes: backup.bytes, second: second && logCode(second) });
      return made;
    });
  }

  /** Makes one where something was written since the last. What stands in its way is told by `state`, and stops nothing. */
  async makeIfDue(reason: BackupReason): Promise<void> {
    if (this.#library.opened.newer !== null || !this.#backups.isDue()) return;
    try {
      await this.make(reason);
    } catch (error) {
      const refusal = storageRefusal(error, this.#library.folder);
      if (!refusal) throw error;
      this.#problem = refusal;
      this.#log.write({ event: 'backupFailed', reason, code: logCode(refusal) });
    }
  }

  copy(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(() => this.#backups.copy());
  }

  preview(source: BackupSource): Result<Restore> {
    const found = this.#found(source);
    return found.ok ? this.#backups.preview(found.value) : found;
  }

  restore(source: BackupSource): Promise<Result<{ restored: Restore; undo: Backup }>> {
    return this.#inTurn(async () => {
      const found = this.#found(source);
      if (!found.ok) return found;
      const done = await this.#backups.restore(found.value);
      if (done.ok) {
        const { plans, same } = done.value.restored;
        this.#log.write({ event: 'restored', changed: plans.length, same });
      }
      return done.ok ? ok({ restored: done.value.restored, undo: shown(done.value.undo) }) : done;
    });
  }

  /** Everything that can be looked at, the states of all plans by their histories too. */
  verify(): { plans: number; edits: number; problems: Problem[] } {
    const { database } = this.#library.opened;
    const problems = verify(database);
    if (problems.length === 0) problems.push(...verifyStates(database));
    const plans = database.prepare<[], { plans: number }>('SELECT count(*) AS plans FROM plan').get()?.plans;
    const edits = database
      .prepare<[], { edits: number }>('SELECT count(*) AS edits FROM history')
      .get()?.edits;
    return { plans: plans ?? 0, edits: edits ?? 0, problems };
  }

  /** From now on by itself; `onBug` hears what should not have happened. */
  start(onBug: (error: unknown) => void): void {
    const look = (reason: BackupReason, next: number): void => {
      this.#timer = setTimeout(() => {
        this.makeIfDue(reason)
          .catch(onBug)
          .finally(() => {
            if (this.#timer) look('schedule', PACE);
          });
      }, next);
      this.#timer.unref();
    };
    look('start', FIRST);
  }

  /** After this no backup is begun; the one under way may be waited for. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#last.catch(() => {});
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#last.catch(() => {}).then(work);
    this.#last = next;
    return next;
  }

  /** A name is one of the list's, and never a path. */
  #found(source: BackupSource): Result<BackupSource> {
    if (!('name' in source)) return ok(source);
    const { name } = source;
    const known = this.#backups.list().some((backup) => backup.name === path.basename(name));
    return known ? ok({ name: path.basename(name) }) : refuse('backup.unknown', { name });
  }
}

function shown({ name, at, reason, bytes }: BackupFile): Backup {
  return { name, at: at.toISOString(), reason, bytes };
}
