import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { PrinterDesk } from '../../../electron/desk.ts';
import { machineDisk } from '../../../electron/disk.ts';
import { Backups } from '../../../electron/store/backups.ts';
import { Library } from '../../../electron/store/library.ts';
import { type OpenLibrary, openLibrary } from '../../../electron/store/open-library.ts';
import { planId } from '../../../shared/plan/ids.ts';
import { refuse } from '../../../shared/refusal.ts';
import { must } from '../../shared/plan/sample-plan.ts';

/** A folder of its own that goes away with the test. */
export function temporaryFolder(): { folder: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'plkp-'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A clock that ticks a second a look, and ids that count. */
export function countingDesk(author = 'Lan'): PrinterDesk {
  let seconds = 0;
  let plans = 0;
  return {
    disk: machineDisk,
    author,
    now: () => new Date(Date.UTC(2025, 0, 1, 0, 0, seconds++)),
    newPlanId: () => planId(`plan-${++plans}`),
    printer: { pdf: async () => refuse('pdf.noBrowser') },
  };
}

/** A real library in a temporary folder. `reopen` is what a restart of the program does. */
export class TemporaryLibrary {
  readonly #folder = temporaryFolder();
  readonly desk: PrinterDesk;
  library: Library;
  #opened: OpenLibrary;

  constructor(desk: PrinterDesk = countingDesk()) {
    this.desk = desk;
    this.#opened = must(openLibrary(this.folder, desk.now));
    this.library = new Library(this.#opened, desk);
  }

  get folder(): string {
    return this.#folder.folder;
  }

  get database(): Database.Database {
    return this.#opened.database;
  }

  get opened(): OpenLibrary {
    return this.#opened;
  }

  reopen(): void {
    this.library.close();
    this.#opened = must(openLibrary(this.folder, this.desk.now));
    this.library = new Library(this.#opened, this.desk);
  }

  get backups(): Backups {
    return new Backups(this.#opened, { disk: machineDisk, now: this.desk.now, secondFolder: () => null });
  }

  /** Another program over the same files. */
  another(): Library {
    return new Library(must(openLibrary(this.folder, this.desk.now)), this.desk);
  }

  [Symbol.dispose](): void {
    this.library.close();
    this.#folder[Symbol.dispose]();
  }
}
