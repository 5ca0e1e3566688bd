import type Database from 'better-sqlite3';
import type { PlanEdit } from '../../shared/plan/edit/edit.ts';
import { type PlanId, type RowId, rowId } from '../../shared/plan/ids.ts';
import type { Plan, RowAmounts } from '../../shared/plan/plan.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';
import { ROW_AMOUNTS, STRUCTURE, soundPlan } from './stored-json.ts';
import { sealOfRow } from './tables.ts';

/** A plan as the list shows it. The columns of STRICT tables have the types that are named here. */
export interface PlanRecord {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly programme: string;
  readonly programme_title: string;
  readonly first_year: number;
  readonly last_year: number;
  /** Decimal text of whole đồng. */
  readonly total: string;
  readonly changed: string;
  readonly deleted_at: string | null;
}

const PLAN =
  'id, sequence, title, programme, programme_title, first_year, last_year, total, changed, deleted_at';

interface RowRecord {
  readonly row: string;
  readonly amounts: string;
}

/** What moves with every change of a plan. */
export interface Progress {
  readonly sequence: number;
  readonly total: string;
  readonly changed: string;
}

/** The current state of plans: what opening one reads. Its past is in the history. */
export class PlanRecords {
  readonly #list;
  readonly #find;
  readonly #structure;
  readonly #amounts;
  readonly #plans;
  readonly #advance;
  readonly #notedPlans;
  readonly #structures;
  readonly #rows;

  constructor(database: Database.Database, onWrite: OnWrite = () => {}) {
    this.#list = database.prepare<[], PlanRecord>(
      `SELECT ${PLAN} FROM plan WHERE deleted_at IS NULL ORDER BY changed DESC, id`,
    );
    this.#find = database.prepare<[string], PlanRecord>(`SELECT ${PLAN} FROM plan WHERE id = ?`);
    this.#structure = database.prepare<[string], { json: string }>(
      'SELECT json FROM structure WHERE plan = ?',
    );
    this.#amounts = database.prepare<[string], RowRecord>(
      'SELECT row, amounts FROM row_amounts WHERE plan = ?',
    );
    // What a plan is now follows from its history, so the redo log needs to hear of nothing but its being deleted.
    this.#plans = new SealedTable(database, 'plan');
    this.#advance = database.prepare<[number, string, string, string, string]>(
      'UPDATE plan SET sequence = ?, total = ?, changed = ?, seal = ? WHERE id = ?',
    );
    this.#notedPlans = new SealedTable(database, 'plan', onWrite);
    this.#structures = new SealedTable(database, 'structure');
    this.#rows = new SealedTable(database, 'row_amounts');
  }

  /** The plans that are not deleted, the last changed first. */
  list(): PlanRecord[] {
    return this.#list.all();
  }

  find(id: PlanId): PlanRecord | undefined {
    return this.#find.get(id);
  }

  /** The plan as it is now, or undefined. Throws `DamagedRecord`. */
  read(id: PlanId): Plan | undefined {
    const structure = this.#structure.get(id);
    if (!structure) return undefined;
    const amounts = new Map<RowId, RowAmounts>();
    for (const record of this.#amounts.all(id))
      amounts.set(rowId(record.row), ROW_AMOUNTS.read(record.amounts));
    return soundPlan({ ...STRUCTURE.read(structure.json), amounts });
  }

  insert(plan: Plan, texts: PlanTexts, progress: Progress): void {
    this.#plans.insert({ ...columnsOf(plan), ...progress, deleted_at: null });
    this.#structures.insert({ plan: plan.id, json: texts.structure });
    for (const [row, amounts] of texts.amounts) this.#rows.insert({ plan: plan.id, row, amounts });
  }

  /**
   * From one state to the next of a plan that is not deleted, writing what differs. Plans share what an edit did not
   * touch, so the same object means the same content. `touched` are the only rows whose amounts can differ; null where
   * that is not known.
   */
  update(before: Plan, after: Plan, progress: Progress, touched: ReadonlySet<RowId> | null): void {
    const record = { ...columnsOf(after), ...progress, deleted_at: null };
    if (namesDiffer(before, after)) this.#plans.put(record);
    else
      this.#advance.run(
        progress.sequence,
        progress.total,
        progress.changed,
        sealOfRow('plan', record, null),
        after.id,
      );
    if (structureDiffers(before, after)) {
      this.#structures.put({ plan: after.id, json: structureText(after) });
    }
    for (const row of touched ?? new Set([...before.amounts.keys(), ...after.amounts.keys()])) {
      const amounts = after.amounts.get(row);
      if (before.amounts.get(row) === amounts) continue;
      if (amounts) this.#rows.put({ plan: after.id, row, amounts: ROW_AMOUNTS.write(amounts) });
      else this.#rows.remove(after.id, row);
    }
  }

  setDeleted(id: PlanId, at: string | null): void {
    const record = this.find(id);
    if (record) this.#notedPlans.put({ ...record, deleted_at: at });
  }
}

/** A plan as its records hold it. */
export interface PlanTexts {
  readonly structure: string;
  readonly amounts: readonly (readonly [row: string, amounts: string])[];
}

export function planTexts(plan: Plan): PlanTexts {
  return {
    structure: structureText(plan),
    amounts: Array.from(plan.amounts, ([row, amounts]) => [row, ROW_AMOUNTS.write(amounts)] as const),
  };
}

/** Whether two plans are written alike, whatever order their amounts stand in. */
export function sameContent(one: Plan, other: Plan): boolean {
  const [left, right] = [planTexts(one), planTexts(other)];
  const amounts = new Map(right.amounts);
  return (
    left.structure === right.structure &&
    left.amounts.length === amounts.size &&
    left.amounts.every(([row, text]) => amounts.get(row) === text)
  );
}

/** The rows whose amounts some edits touch, where these only set amounts; null where they may touch any. */
export function rowsTouched(edits: readonly PlanEdit[]): ReadonlySet<RowId> | null {
  const rows = new Set<RowId>();
  for (const edit of edits) {
    if (edit.kind !== 'setAmounts') return null;
    for (const { row } of edit.amounts) rows.add(row);
  }
  return rows;
}

function columnsOf(plan: Plan): Omit<PlanRecord, keyof Progress | 'deleted_at'> {
  return {
    id: plan.id,
    title: plan.header.title,
    programme: plan.programme.id,
    programme_title: plan.programme.title,
    first_year: plan.period.first,
    last_year: plan.period.last,
  };
}

function structureText({ amounts: _, ...structure }: Plan): string {
  return STRUCTURE.write(structure);
}

/** Whether a plan's own record says more than how far it came. */
function namesDiffer(before: Plan, after: Plan): boolean {
  return (['header', 'programme', 'period'] as const).some((part) => before[part] !== after[part]);
}

function structureDiffers(before: Plan, after: Plan): boolean {
  return (['header', 'programme', 'period', 'sources', 'rows', 'review'] as const).some(
    (part) => before[part] !== after[part],
  );
}
