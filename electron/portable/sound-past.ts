import { planFault } from '../../shared/intake/plan-file.ts';
import { applyEdits, editedPlan } from '../../shared/plan/edit/apply.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { HistoryRecord, SealedHistoryRecord } from '../store/history-records.ts';
import { type HistoryStep, type PastRows, redoStep, undoStep } from '../store/history-step.ts';
import type { Past } from '../store/past.ts';
import { sameContent } from '../store/plan-records.ts';
import { DamagedRecord, EDITS, LABEL, NO_EDITS, WHOLE_PLAN } from '../store/stored-json.ts';
import { sealOfRow } from '../store/tables.ts';

/** Rows of a plan that all steps of its history may visit together: some minutes of an office computer at the very most. */
const MOST_VISITS = 500_000_000;
/** Writing a row out costs so many visits. */
const WRITTEN = 100;

/** A past that does not hold: from which row on, or that its revisions do not fit, or that nobody could wait for it. */
export class UnsoundPast extends Error {
  readonly at: number | 'revisions' | 'tooLong';
  constructor(at: UnsoundPast['at']) {
    super(`past does not hold: ${at}`);
    this.at = at;
  }
}

/** Whether a history is more than `planOfPast` goes through: `rows` of the plan, `steps` of the history. */
export function isTooLong(rows: number, steps: number): boolean {
  return rows * steps > MOST_VISITS;
}

/**
 * What a past from elsewhere makes, once each of its rows was found to be what this program would have written there: in
 * one chain of seals from the first snapshot on, its edits possible and exactly taken back by its inverse, undo and redo
 * pointing where they must. Throws `UnsoundPast`. Seals are no signatures: who made the rows is not proved.
 */
export function planOfPast(id: PlanId, past: Past): Plan {
  const before = new PastOf();
  let plan: Plan | null = null;
  let previous = sealOfRow('snapshot', { plan: id, sequence: 0, json: past.snapshot }, null);
  for (const row of past.rows) {
    const step = before.length;
    if (row.plan !== id || row.sequence !== step || row.seal !== sealOfRow('history', { ...row }, previous)) {
      throw new UnsoundPast(step);
    }
    previous = row.seal;
    try {
      LABEL.read(row.label);
      plan = plan === null ? firstPlan(id, past.snapshot, row) : after(plan, row, before);
    } catch (error) {
      if (error instanceof DamagedRecord) throw new UnsoundPast(step);
      throw error;
    }
    if (plan === null) throw new UnsoundPast(step);
    before.add(row, plan.rows.length);
  }
  if (plan === null || !revisionsFit(past)) throw new UnsoundPast('revisions');
  return plan;
}

function firstPlan(id: PlanId, snapshot: string, row: HistoryRecord): Plan | null {
  const plan = WHOLE_PLAN.read(snapshot);
  const { kind, edits, inverse, undoes, undo_top, redo_top } = row;
  const pointless = undoes === null && undo_top === null && redo_top === null;
  const empty = edits === NO_EDITS && inverse === NO_EDITS;
  return kind === 'create' && pointless && empty && plan.id === id && planFault(plan) === null ? plan : null;
}

/** The plan after a row; null where this program would have written another row. */
function after(plan: Plan, row: HistoryRecord, before: PastOf): Plan | null {
  switch (row.kind) {
    case 'create':
      return null;
    case 'change':
      return afterChange(plan, row, before);
    case 'undo':
      return afterStep(plan, row, undoStep(before, plan.id, row.sequence - 1));
    case 'redo':
      return afterStep(plan, row, redoStep(before, plan.id, row.sequence - 1));
    default:
      return row.kind satisfies never;
  }
}

function afterChange(plan: Plan, row: HistoryRecord, before: PastOf): Plan | null {
  if (row.undoes !== null || row.undo_top !== row.sequence || row.redo_top !== null) return null;
  const applied = applyEdits(plan, EDITS.read(row.edits));
  if (!applied.ok) return null;
  // An older version may have written the same inverse otherwise: then what it does counts.
  if (EDITS.write(applied.value.inverse) !== row.inverse) {
    before.visit(WRITTEN * plan.rows.length);
    const back = editedPlan(applied.value.plan, EDITS.read(row.inverse));
    if (!back.ok || !sameContent(back.value, plan)) return null;
  }
  return applied.value.plan;
}

function afterStep(plan: Plan, row: HistoryRecord, step: HistoryStep | null): Plan | null {
  if (!step) return null;
  const { kind, label, edits, inverse, undoes, undo_top, redo_top } = step.record;
  const same =
    row.kind === kind &&
    row.label === label &&
    row.edits === edits &&
    row.inverse === inverse &&
    row.undoes === undoes &&
    row.undo_top === undo_top &&
    row.redo_top === redo_top;
  if (!same) return null;
  const edited = editedPlan(plan, step.edits);
  return edited.ok ? edited.value : null;
}

/** Each label once, on a row that there is; what was opened again was approved. */
function revisionsFit({ rows, revisions, reopenings }: Past): boolean {
  const labels = new Set(revisions.map(({ label }) => label));
  const approved = new Set(revisions.filter(({ stage }) => stage === 'approved').map(({ label }) => label));
  const reopened = new Set(reopenings.map(({ label }) => label));
  return (
    labels.size === revisions.length &&
    reopened.size === reopenings.length &&
    revisions.every(({ sequence }) => sequence < rows.length) &&
    [...reopened].every((label) => approved.has(label))
  );
}

/** Rows that were found sound, as undo and redo ask for them, and what it took to look at them. */
class PastOf implements PastRows {
  readonly #rows: SealedHistoryRecord[] = [];
  /** The last undo of each change, so that a long past of undoing is not gone through again and again. */
  readonly #undos = new Map<number, HistoryRecord>();
  #visits = 0;

  get length(): number {
    return this.#rows.length;
  }

  add(row: SealedHistoryRecord, visited: number): void {
    this.visit(visited);
    this.#rows.push(row);
    if (row.kind === 'undo' && row.undoes !== null) this.#undos.set(row.undoes, row);
  }

  visit(rows: number): void {
    this.#visits += rows;
    if (this.#visits > MOST_VISITS) throw new UnsoundPast('tooLong');
  }

  at(_plan: PlanId, sequence: number): HistoryRecord | undefined {
    return this.#rows[sequence];
  }

  headAt(_plan: PlanId, sequence: number): HistoryRecord | undefined {
    return this.#rows[sequence];
  }

  undoOf(_plan: PlanId, change: number): HistoryRecord | undefined {
    return this.#undos.get(change);
  }
}
