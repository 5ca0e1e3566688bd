import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { machineDisk } from '../../electron/disk.ts';
import { OpenPlans } from '../../electron/open-plans.ts';
import { PlanChanges } from '../../electron/plan-changes.ts';
import { createPlanner } from '../../electron/planner.ts';
import { Backups } from '../../electron/store/backups.ts';
import { Library } from '../../electron/store/library.ts';
import { openLibrary } from '../../electron/store/open-library.ts';
import { dong } from '../../shared/money/dong.ts';
import { applyEdits } from '../../shared/plan/edit/apply.ts';
import type { Change } from '../../shared/plan/edit/edit.ts';
import { planId, sourceId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { refuse } from '../../shared/refusal.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { createBigPlan } from './big-plan.ts';
import { type Measured, median } from './report.ts';

const ROWS = 1000;
const COMMITS = 2000;
/** The first ones warm both up and count for neither. */
const WARM_UP = 200;
const EDITS = 10_000;
const OPENINGS = 15;
const EDITS_BETWEEN_BACKUPS = 2000;

const desk = {
  disk: machineDisk,
  author: 'Lan',
  now: () => new Date(),
  newPlanId: () => planId('plan'),
  printer: { pdf: async () => refuse('pdf.noBrowser') },
};

/** What safety costs: a commit against SQLite's own, and opening a plan with a long history against one without. */
export async function measureDurability(): Promise<Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plkp-bench-'));
  try {
    return [await commits(folder), await openings(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(folder: string): Library {
  return new Library(must(openLibrary(folder, desk.now)), desk);
}

/** A plan of so many rows, and where its history stands after it was made. */
async function create(library: Library): Promise<{ plan: Plan; sequence: number }> {
  const planner = createPlanner(library, noWorkbooks, desk);
  return must(await planner.openPlan({ plan: await createBigPlan(planner, ROWS) }));
}

function typed(plan: Plan, count: number): Change {
  const rows = [...plan.amounts.keys()];
  const row = rows[count % rows.length];
  if (!row) throw new Error('no rows');
  const leaf = { row, year: plan.period.first, source: sourceId('central'), capital: 'recurrent' } as const;
  const amounts = [{ ...leaf, amount: dong(BigInt(count + 1) * 1_000_000n) }];
  const params = { row: `${row}`, before: '1.000', after: `${count}` };
  return {
    label: { code: 'change.setAmount', params },
    edits: [{ kind: 'setAmounts', amounts, unfunded: 'keep' }],
  };
}

/**
 * An edit kept (its texts made, its records written and sealed, its history row chained) against a transaction of SQLite
 * that puts the same texts into the same tables by plain statements, as durably. In turns, so that both meet the same
 * disk. The line in the redo log is written after the answer, which nobody waits for; its time is told beside.
 */
async function commits(folder: string): Promise<Measured> {
  const library = opened(path.join(folder, 'commits'));
  const created = await create(library);
  let { plan, sequence } = created;
  const bare = new Bare(path.join(folder, 'bare.db'));
  const [ours, theirs, after]: [number[], number[], number[]] = [[], [], []];
  for (let count = 0; count < COMMITS; count += 1) {
    const change = typed(plan, count);
    const { plan: next, inverse } = must(applyEdits(plan, change.edits));
    const kept = { ...change, inverse };
    ours.push(took(() => library.keepChange(sequence, plan, next, TOTAL, kept)));
    after.push(took(() => library.opened.redo.settle()));
    sequence += 1;
    plan = next;
    const row =
      change.edits.flatMap((edit) => (edit.kind === 'setAmounts' ? edit.amounts : []))[0]?.row ?? '';
    const { database } = library.opened;
    const amounts = textOf(
      database,
      'SELECT amounts FROM row_amounts WHERE plan = ? AND row = ?',
      plan.id,
      row,
    );
    const edits = textOf(
      database,
      'SELECT edits FROM history WHERE plan = ? AND sequence = ?',
      plan.id,
      sequence,
    );
    theirs.push(took(() => bare.commit(sequence, row, amounts, edits)));
  }
  library.close();
  bare.close();
  console.log(`its line in the redo log, after the answer: ${median(after.slice(WARM_UP)).toFixed(3)} ms`);
  return line(
    'one edit kept on the disk / a bare commit of SQLite with the same texts (ms)',
    ours.slice(WARM_UP),
    theirs.slice(WARM_UP),
    1.5,
  );
}

const TOTAL = dong(209_600_000_000n);

function textOf(database: Database.Database, sql: string, plan: string, key: string | number): string {
  return database.prepare<[string, string | number], string>(sql).pluck().get(plan, key) ?? '';
}

/** The same tables without anything of ours. */
class Bare {
  readonly #database: Database.Database;
  readonly #commit;

  constructor(file: string) {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(`
      CREATE TABLE plan (id TEXT PRIMARY KEY, sequence INTEGER, total TEXT, changed TEXT) WITHOUT ROWID;
      CREATE TABLE row_amounts (plan TEXT, row TEXT, amounts TEXT, PRIMARY KEY (plan, row)) WITHOUT ROWID;
      CREATE TABLE history (plan TEXT, sequence INTEGER, at TEXT, by TEXT, kind TEXT, label TEXT, edits TEXT,
        inverse TEXT, undoes INTEGER, undo_top INTEGER, redo_top INTEGER, PRIMARY KEY (plan, sequence));
      INSERT INTO plan VALUES ('plan', 0, '', '');`);
    const advance = database.prepare<[number, string, string]>(
      "UPDATE plan SET sequence = ?, total = ?, changed = ? WHERE id = 'plan'",
    );
    const put = database.prepare<[string, string]>(
      "INSERT INTO row_amounts VALUES ('plan', ?, ?) ON CONFLICT DO UPDATE SET amounts = excluded.amounts",
    );
    const append = database.prepare<[number, string, string, string, string, number]>(
      "INSERT INTO history VALUES ('plan', ?, ?, 'Lan', 'change', ?, ?, ?, NULL, ?, NULL)",
    );
    this.#database = database;
    this.#commit = database.transaction((sequence: number, row: string, amounts: string, edits: string) => {
      const at = new Date().toISOString();
      advance.run(sequence, `${TOTAL}`, at);
      put.run(row, amounts);
      append.run(sequence, at, '{"code":"change.setAmount","params":{}}', edits, edits, sequence);
    });
  }

  commit(sequence: number, row: string, amounts: string, edits: string): void {
    this.#commit.immediate(sequence, row, amounts, edits);
  }

  close(): void {
    this.#database.close();
  }
}

async function openings(folder: string): Promise<Measured> {
  const [long, short] = [path.join(folder, 'long'), path.join(folder, 'short')];
  for (const place of [long, short]) {
    const library = opened(place);
    const { plan, sequence } = await create(library);
    if (place === long) {
      const changes = new PlanChanges(library, new OpenPlans(library));
      // Backups are made meanwhile, as the program makes them by itself.
      const backups = new Backups(library.opened, { ...desk, secondFolder: () => null });
      for (let count = 0; count < EDITS; count += 1) {
        must(changes.apply(plan.id, sequence + count, typed(plan, count)));
        if (count % EDITS_BETWEEN_BACKUPS === 0) await backups.make('schedule');
      }
    }
    library.close();
  }
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let count = 0; count < OPENINGS; count += 1) {
    ours.push(took(() => openAndRead(long)));
    theirs.push(took(() => openAndRead(short)));
  }
  const what = `open a plan of ${ROWS} rows with ${EDITS} edits, its library checked / without (ms)`;
  return line(what, ours, theirs, 2);
}

function openAndRead(folder: string): void {
  const library = opened(folder);
  must(new OpenPlans(library).get(planId('plan')));
  library.close();
}

function took(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function line(what: string, ours: readonly number[], theirs: readonly number[], limit: number): Measured {
  const [one, other] = [median(ours), median(theirs)];
  return { what, ours: one.toFixed(2), yardstick: other.toFixed(2), ratio: one / other, limit };
}
