import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { PrinterDesk } from '../../../electron/desk.ts';
import { Library } from '../../../electron/store/library.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
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
  database: Database.Database;
  library: Library;

  constructor(desk: PrinterDesk = countingDesk()) {
    this.desk = desk;
    this.database = must(openLibrary(this.folder, desk.now));
    this.library = new Library(this.database, this.folder, desk);
  }

  get folder(): string {
    return this.#folder.folder;
  }

  reopen(): void {
    this.library.close();
    this.database = must(openLibrary(this.folder, this.desk.now));
    this.library = new Library(this.database, this.folder, this.desk);
  }

  /** Another program over the same files. */
  another(): Library {
    return new Library(must(openLibrary(this.folder, this.desk.now)), this.folder, this.desk);
  }

  [Symbol.dispose](): void {
    this.library.close();
    this.#folder[Symbol.dispose]();
  }
}
