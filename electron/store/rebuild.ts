import type Database from 'better-sqlite3';
import type { LostRecord, RecoveredPlan } from '../../shared/api/recovery.ts';
import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { PlanRecords, planTexts } from './plan-records.ts';
import { replay } from './replay.ts';
import { keyOf, type Salvage } from './salvage.ts';
import { type SealedRow, SealedTable } from './sealed-table.ts';
import { DamagedRecord } from './stored-json.ts';
import { type AnyRow, sealOfRow, type TableName } from './tables.ts';

/** What there is to build from, best first: the damaged library, its redo log, then backups, newest first. */
export interface Sources {
  readonly damaged: Salvage;
  readonly redo: Salvage;
  readonly backups: readonly Salvage[];
}

/** What a library that was built anew has, and has not. */
export interface Rebuilt {
  readonly plans: readonly RecoveredPlan[];
  readonly lost: readonly LostRecord[];
}

/** Tables that stand for themselves; plans and what hangs on them follow from histories. */
const OWN: readonly TableName[] = ['settings', 'import_columns', 'own_form'];
const OF_PLANS: readonly TableName[] = ['wording', 'plan_view'];

/** Whether something is missing that a backup may have. */
export function isIncomplete({ plans, lost }: Rebuilt): boolean {
  return lost.length > 0 || plans.some((plan) => plan.state !== 'whole');
}

/**
 * Fills an empty library from what is left of a damaged one. A plan is what its history makes of it, as far as the
 * history is one unbroken chain over all sources; each row is taken only where its seal says that it follows the one
 * before it. Everything that is known of and not there is told.
 */
export class Rebuild {
  readonly #target: Database.Database;
  readonly #sources: Sources;
  readonly #lost: LostRecord[] = [];

  constructor(target: Database.Database, sources: Sources) {
    this.#target = target;
    this.#sources = sources;
  }

  run(): Rebuilt {
    return this.#target
      .transaction(() => {
        for (const table of OWN) this.#putAll(table, this.#merged(table));
        const plans = this.#planIds().map((id) => this.#plan(id));
        const there = new Set(plans.filter((plan) => plan.state !== 'gone').map((plan) => plan.id));
        for (const table of OF_PLANS) {
          this.#putAll(
            table,
            this.#merged(table).filter(({ row }) => there.has(`${row.plan}`)),
          );
        }
        this.#revisions(new Map(plans.map((plan) => [plan.id, plan.steps - 1])));
        return { plans, lost: this.#lost };
      })
      .immediate();
  }

  /** Backups count only where the damaged library could not be read to its end. */
  #planIds(): string[] {
    const { damaged, redo, backups } = this.#sources;
    const torn = damaged.torn.has('plan') || damaged.torn.has('history');
    // There may have been plans of which nothing here knows.
    if (damaged.torn.has('plan') && backups.length === 0) this.#lost.push({ table: 'plan', name: '' });
    const ids = [damaged, redo, ...(torn ? backups : [])].flatMap((source) => [
      ...rowsOf(source, 'plan').map(({ row }) => `${row.id}`),
      ...rowsOf(source, 'snapshot').map(({ row }) => `${row.plan}`),
      ...rowsOf(source, 'history').map(({ row }) => `${row.plan}`),
    ]);
    return [...new Set(ids)].sort();
  }

  #plan(id: string): RecoveredPlan {
    const record = this.#find('plan', [id]);
    const rows = this.#chain(id);
    const lastKnown = this.#lastKnown(id);
    const steps = rows.length;
    const made = this.#made(id, rows);
    const title = made?.header.title ?? `${record?.row.title ?? ''}`;
    if (!made) {
      const lost = { first: 0, last: Math.max(lastKnown, 0) };
      return { id, title, steps: 0, lost, state: 'gone' };
    }
    this.#keep(made, rows, record?.row.deleted_at ?? null);
    const whole = steps > lastKnown;
    return {
      id,
      title,
      steps,
      lost: whole ? null : { first: steps, last: lastKnown },
      state: whole ? 'whole' : 'earlier',
    };
  }

  #made(id: string, rows: readonly SealedRow[]): Plan | null {
    const snapshot = this.#find('snapshot', [id, 0]);
    if (!snapshot || rows.length === 0) return null;
    try {
      return replay(
        `${snapshot.row.json}`,
        rows.map(({ row }) => `${row.edits}`),
      );
    } catch (error) {
      // Sealed as written, and still no plan: written by a fault of the program, which a report has to show.
      if (error instanceof DamagedRecord) return null;
      throw error;
    }
  }

  /** The history from its first row on, as far as it goes without a gap. */
  #chain(id: string): SealedRow[] {
    const rows: SealedRow[] = [];
    let previous = this.#find('snapshot', [id, 0])?.seal;
    for (let sequence = 0; previous !== undefined; sequence += 1) {
      const before: string = previous;
      const next = this.#all('history', [id, sequence]).find(
        ({ row, seal }) => seal === sealOfRow('history', row, before),
      );
      if (next) rows.push(next);
      previous = next?.seal;
    }
    return rows;
  }

  /** The number of the last change that anything here still tells of; -1 where nothing does. */
  #lastKnown(id: string): number {
    const { damaged, redo } = this.#sources;
    const said = this.#find('plan', [id])?.row.sequence;
    const rows = [damaged, redo].flatMap((source) => rowsOf(source, 'history'));
    return rows
      .filter(({ row }) => row.plan === id)
      .reduce((most, { row }) => Math.max(most, Number(row.sequence)), typeof said === 'number' ? said : -1);
  }

  #keep(plan: Plan, rows: readonly SealedRow[], deletedAt: AnyRow[string]): void {
    const totals = Totals.of(plan);
    if (!totals.ok) throw new DamagedRecord(`totals of ${plan.id}: ${totals.refusal.code}`);
    const changed = `${rows.at(-1)?.row.at}`;
    const progress = { sequence: rows.length - 1, total: `${grandTotal(totals.value)}`, changed };
    const records = new PlanRecords(this.#target);
    records.insert(plan, planTexts(plan), progress);
    if (typeof deletedAt === 'string') records.setDeleted(plan.id, deletedAt);
    const snapshot = this.#find('snapshot', [plan.id, 0]);
    this.#putAll('snapshot', snapshot ? [snapshot] : []);
    this.#putAll('history', rows);
  }

  #revisions(lastSteps: ReadonlyMap<string, number>): void {
    const kept = this.#merged('revision').filter(({ row }) => {
      const there = Number(row.sequence) <= (lastSteps.get(`${row.plan}`) ?? -1);
      if (!there) this.#lost.push({ table: 'revision', name: `${row.label}` });
      return there;
    });
    this.#putAll('revision', kept);
    const labels = new Set(kept.map(({ row }) => keyOf([row.plan ?? null, row.label ?? null])));
    this.#putAll(
      'reopening',
      this.#merged('reopening').filter(({ row }) => labels.has(keyOf([row.plan ?? null, row.label ?? null]))),
    );
  }

  /** The records of a table: those of the damaged library and, over them, of the redo log; of backups what is missing. */
  #merged(table: TableName): SealedRow[] {
    const { damaged, redo, backups } = this.#sources;
    const merged = new Map<string, SealedRow | null>();
    const torn = damaged.torn.has(table);
    for (const source of [...(torn ? [...backups].reverse() : []), damaged, redo]) {
      for (const [key, row] of source.tables.get(table) ?? []) merged.set(key, row);
    }
    if (torn && backups.length === 0) this.#lost.push({ table, name: '' });
    return [...merged.values()].filter((row) => row !== null);
  }

  #find(table: TableName, key: readonly (string | number)[]): SealedRow | undefined {
    return this.#all(table, key)[0];
  }

  /** What each source has under a key, best first. */
  #all(table: TableName, key: readonly (string | number)[]): SealedRow[] {
    const { damaged, redo, backups } = this.#sources;
    const text = keyOf(key);
    return [damaged, redo, ...backups].flatMap((source) => source.tables.get(table)?.get(text) ?? []);
  }

  #putAll(table: TableName, rows: readonly SealedRow[]): void {
    const into = new SealedTable(this.#target, table);
    for (const sealed of rows) into.keep(sealed);
  }
}

function rowsOf(source: Salvage, table: TableName): SealedRow[] {
  return [...(source.tables.get(table)?.values() ?? [])].filter((row) => row !== null);
}
