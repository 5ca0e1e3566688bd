import type Database from 'better-sqlite3';
import { z } from 'zod';
import { planPointSchema, type Restore, type RestoredPlan } from '../../shared/api/backups.ts';
import { beginEra } from './era.ts';
import { DamagedRecord } from './stored-json.ts';
import { TABLE_NAMES } from './tables.ts';

/** How the office works now, who and with which folder for backups, is no content of a library. */
const REPLACED = TABLE_NAMES.filter((table) => table !== 'settings');

interface Point {
  readonly id: string;
  readonly title: string;
  readonly sequence: number;
  readonly total: string;
  readonly changed: string;
  readonly deleted_at: string | null;
  /** Of the last row of its history: the same only where everything before it is. */
  readonly seal: string;
}

/** What putting the content of `backup` in place of that of `library` would do to the plans that are not deleted. */
export function restoreOf(library: Database.Database, backup: Database.Database): Restore {
  const [ours, theirs] = [pointsOf(library), pointsOf(backup)];
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])];
  const plans: RestoredPlan[] = [];
  for (const id of ids) {
    const [here, there] = [ours.get(id), theirs.get(id)];
    if (here?.seal === there?.seal) continue;
    const title = here?.title ?? there?.title ?? '';
    plans.push({ id, title, before: here ? pointOf(here) : null, after: there ? pointOf(there) : null });
  }
  return { plans, same: ids.length - plans.length };
}

/**
 * Puts everything but the settings that the database in `file` holds in place of what `library` holds, in one
 * transaction, and begins a new era. Both are of this program's version.
 */
export function replaceContent(library: Database.Database, file: string): void {
  library.prepare('ATTACH ? AS backup').run(file);
  try {
    library
      .transaction(() => {
        const triggers = library
          .prepare<[], { name: string; sql: string }>(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
          )
          .all();
        for (const { name } of triggers) library.exec(`DROP TRIGGER ${name}`);
        // What refers to others goes first and comes last.
        for (const table of [...REPLACED].reverse()) library.exec(`DELETE FROM main.${table}`);
        for (const table of REPLACED) {
          library.exec(`INSERT INTO main.${table} SELECT * FROM backup.${table}`);
        }
        for (const { sql } of triggers) library.exec(sql);
        beginEra(library);
      })
      .immediate();
  } finally {
    library.exec('DETACH backup');
  }
}

function pointsOf(database: Database.Database): Map<string, Point> {
  const rows = database
    .prepare<[], Point>(
      `SELECT id, title, plan.sequence, total, changed, deleted_at, history.seal FROM plan
       JOIN history ON history.plan = plan.id AND history.sequence = plan.sequence
       WHERE deleted_at IS NULL ORDER BY changed DESC, id`,
    )
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Throws `DamagedRecord` where the record, well sealed as it may be, is none that the program wrote. */
function pointOf({ sequence, total, changed }: Point): NonNullable<RestoredPlan['before']> {
  const read = z.safeDecode(planPointSchema, { sequence, total, changed });
  if (!read.success) throw new DamagedRecord(z.prettifyError(read.error));
  return read.data;
}
