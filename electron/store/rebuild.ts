import type Database from 'better-sqlite3';
import type { LostRecord, RecoveredPlan } from '../../shared/api/recovery.ts';
import { PlanRebuild } from './rebuild-plan.ts';
import { RebuiltTables } from './rebuilt-tables.ts';
import { keyOf } from './salvage.ts';
import type { SealedRow } from './sealed-table.ts';
import { rowsOf, type Sources } from './sources.ts';
import { keyColumnsOf, type TableName } from './tables.ts';

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
  readonly #tables: RebuiltTables;
  readonly #plans: PlanRebuild;
  readonly #lost: LostRecord[] = [];

  /** `now` is when a plan whose steps are missing is brought to its last state. */
  constructor(target: Database.Database, sources: Sources, now: Date) {
    this.#target = target;
    this.#sources = sources;
    this.#tables = new RebuiltTables(target);
    this.#plans = new PlanRebuild(target, this.#tables, sources, now);
  }

  run(): Rebuilt {
    return this.#target
      .transaction(() => {
        for (const table of OWN) this.#putAll(table, this.#merged(table));
        const plans = this.#planIds().map((id) => this.#plans.rebuild(id));
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

  #putAll(table: TableName, rows: readonly SealedRow[]): void {
    for (const sealed of rows) {
      if (this.#tables.take(table, sealed)) continue;
      const key = keyColumnsOf(table).map((column) => `${sealed.row[column]}`);
      this.#lost.push({ table, name: key.join(' ') });
    }
  }
}
