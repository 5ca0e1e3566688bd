import type Database from 'better-sqlite3';
import type { RecoveredPlan } from '../../shared/api/recovery.ts';
import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { changeTo } from '../../shared/plan/difference/change-to.ts';
import { applyEdits } from '../../shared/plan/edit/apply.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { lastState } from './last-state.ts';
import { PlanRecords, planTexts } from './plan-records.ts';
import type { RebuiltTables } from './rebuilt-tables.ts';
import { replay, replayed } from './replay.ts';
import { type SealedRow, SealedTable } from './sealed-table.ts';
import { allOf, bestOf, rowsOf, type Sources } from './sources.ts';
import { DamagedRecord, EDITS, LABEL, NO_EDITS } from './stored-json.ts';
import { sealOfRow } from './tables.ts';

/** Who brings a plan to its last state: the program itself. */
const RECOVERED_BY = 'Phụ lục Kinh phí';

/** Puts plans into an empty library, each as its history makes it. */
export class PlanRebuild {
  readonly #target: Database.Database;
  readonly #tables: RebuiltTables;
  readonly #sources: Sources;
  readonly #now: Date;
  readonly #records: PlanRecords;
  readonly #history: SealedTable<'history'>;

  constructor(target: Database.Database, tables: RebuiltTables, sources: Sources, now: Date) {
    this.#target = target;
    this.#tables = tables;
    this.#sources = sources;
    this.#now = now;
    this.#records = new PlanRecords(target);
    this.#history = new SealedTable(target, 'history');
  }

  /** Makes one plan and its history. Whatever is known of it and not there is in what it answers. */
  rebuild(id: string): RecoveredPlan {
    const lastKnown = this.#lastKnown(id);
    try {
      // A savepoint, so that of a plan that comes to nothing no record stays.
      return this.#target.transaction(() => this.#rebuilt(id, lastKnown))();
    } catch (error) {
      // Sealed as written, and still no plan: written by a fault of the program or forged, which a report has to show.
      if (!(error instanceof DamagedRecord)) throw error;
      const title = `${bestOf(this.#sources, 'plan', [id])?.row.title ?? ''}`;
      return { id, title, steps: 0, lost: { first: 0, last: Math.max(lastKnown, 0) }, state: 'gone' };
    }
  }

  /** Throws `DamagedRecord` where not even its beginning is there. */
  #rebuilt(id: string, lastKnown: number): RecoveredPlan {
    const snapshot = bestOf(this.#sources, 'snapshot', [id, 0]);
    const first = replay(`${snapshot?.row.json}`, []);
    if (!snapshot || first.id !== id) throw new DamagedRecord(`the beginning of ${id}`);
    this.#records.insert(first, planTexts(first), { sequence: 0, total: '0', changed: '' });
    if (!this.#tables.take('snapshot', snapshot)) throw new DamagedRecord(`the snapshot of ${id}`);
    const past = this.#follow(first, snapshot.seal);
    const steps = past.rows.length;
    if (steps === 0) throw new DamagedRecord(`the first row of ${id}`);
    const whole = steps > lastKnown;
    const last = whole ? null : lastState(this.#sources.damaged, id, lastKnown);
    const { plan, rows } = last ? this.#recovered(past, last, lastKnown) : past;
    this.#finish(first, plan, rows);
    return {
      id,
      title: plan.header.title,
      steps,
      lost: whole ? null : { first: steps, last: lastKnown },
      state: whole ? 'whole' : last ? 'amounts' : 'earlier',
    };
  }

  /** Keeps the history from its first row on, as far as it goes without a gap and makes a plan. */
  #follow(first: Plan, seal: string): PlanPast {
    const rows: SealedRow[] = [];
    let [plan, previous] = [first, seal];
    for (;;) {
      const next = allOf(this.#sources, 'history', [first.id, rows.length]).find(
        (found) => found.seal === sealOfRow('history', found.row, previous),
      );
      const after = next && afterRow(plan, next);
      // What the table itself refuses is nothing that the program wrote.
      if (!after || !this.#tables.take('history', next)) return { plan, rows };
      rows.push(next);
      [plan, previous] = [after, next.seal];
    }
  }

  /** In place of the steps that are missing one more, which leads to what the plan was last. */
  #recovered({ plan, rows }: PlanPast, last: Plan, lastKnown: number): PlanPast {
    const edits = changeTo(plan, last);
    if (edits.length === 0) return { plan, rows };
    const applied = applyEdits(plan, edits);
    if (!applied.ok) throw new DamagedRecord(`the last state of ${plan.id}: ${applied.refusal.code}`);
    const sequence = rows.length;
    const params = { first: sequence, last: lastKnown };
    const row = {
      plan: plan.id,
      sequence,
      at: this.#now.toISOString(),
      by: RECOVERED_BY,
      kind: 'change',
      label: LABEL.write({ code: 'change.recovered', params }),
      edits: EDITS.write(edits),
      inverse: EDITS.write(applied.value.inverse),
      undoes: null,
      undo_top: sequence,
      redo_top: null,
    };
    const seal = this.#history.insert(row, rows.at(-1)?.seal ?? null);
    return { plan: applied.value.plan, rows: [...rows, { row, seal }] };
  }

  #finish(first: Plan, plan: Plan, rows: readonly SealedRow[]): void {
    const last = rows.at(-1);
    const totals = Totals.of(plan);
    if (!last || !totals.ok) throw new DamagedRecord(`what the history of ${plan.id} makes`);
    const progress = {
      sequence: rows.length - 1,
      total: `${grandTotal(totals.value)}`,
      changed: `${last.row.at}`,
    };
    this.#records.update(first, plan, progress, null);
    const deletedAt = bestOf(this.#sources, 'plan', [plan.id])?.row.deleted_at;
    if (typeof deletedAt === 'string') this.#records.setDeleted(plan.id, deletedAt);
  }

  /** The number of the last change that anything here still tells of; -1 where nothing does. */
  #lastKnown(id: string): number {
    const { damaged, redo } = this.#sources;
    const rows = [damaged, redo].flatMap((source) => rowsOf(source, 'history'));
    return [bestOf(this.#sources, 'plan', [id]), ...rows.filter(({ row }) => row.plan === id)]
      .map((found) => Number(found?.row.sequence ?? -1))
      .reduce((most, sequence) => (Number.isSafeInteger(sequence) ? Math.max(most, sequence) : most), -1);
  }
}

/** A plan as the rows of its history made it. */
interface PlanPast {
  readonly plan: Plan;
  readonly rows: readonly SealedRow[];
}

/** Undefined where a row holds what no plan can become, or what nothing could undo or name. */
function afterRow(plan: Plan, { row }: SealedRow): Plan | undefined {
  try {
    LABEL.read(`${row.label}`);
    if (row.inverse !== NO_EDITS) EDITS.read(`${row.inverse}`);
    return replayed(plan, `${row.edits}`);
  } catch (error) {
    if (error instanceof DamagedRecord) return undefined;
    throw error;
  }
}
