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

/** A past that does not hold: from which row on, or null where its revisions do not fit. */
export class UnsoundPast extends Error {
  readonly step: number | null;
  constructor(step: number | null) {
    super(`past does not hold at ${step}`);
    this.step = step;
  }
}

/**
 * What a past from elsewhere makes, once each of its rows was found to be what this program would have written there: in
 * one chain of seals from the first snapshot on, its edits possible and exactly taken back by its inverse, undo and redo
 * pointing where they must. Throws `UnsoundPast`. Seals are no signatures: who made the rows is not proved.
 */
export function planOfPast(id: PlanId, past: Past): Plan {
  const rows: SealedHistoryRecord[] = [];
  const before = new PastOf(rows);
  let plan: Plan | null = null;
  let previous = sealOfRow('snapshot', { plan: id, sequence: 0, json: past.snapshot }, null);
  for (const row of past.rows) {
    const step = rows.length;
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
    rows.push(row);
  }
  if (plan === null || !revisionsFit(past)) throw new UnsoundPast(null);
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
      return afterChange(plan, row);
    case 'undo':
      return afterStep(plan, row, undoStep(before, plan.id, row.sequence - 1));
    case 'redo':
      return afterStep(plan, row, redoStep(before, plan.id, row.sequence - 1));
    default:
      return row.kind satisfies never;
  }
}

function afterChange(plan: Plan, row: HistoryRecord): Plan | null {
  if (row.undoes !== null || row.undo_top !== row.sequence || row.redo_top !== null) return null;
  const applied = applyEdits(plan, EDITS.read(row.edits));
  if (!applied.ok) return null;
  // An older version may have written the same inverse otherwise: then what it does counts.
  if (EDITS.write(applied.value.inverse) !== row.inverse) {
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

/** Rows that were found sound, as undo and redo ask for them. */
class PastOf implements PastRows {
  readonly #rows: readonly SealedHistoryRecord[];
  constructor(rows: readonly SealedHistoryRecord[]) {
    this.#rows = rows;
  }

  at(_plan: PlanId, sequence: number): HistoryRecord | undefined {
    return this.#rows[sequence];
  }

  headAt(_plan: PlanId, sequence: number): HistoryRecord | undefined {
    return this.#rows[sequence];
  }

  undoOf(_plan: PlanId, change: number): HistoryRecord | undefined {
    return this.#rows.findLast(({ kind, undoes }) => kind === 'undo' && undoes === change);
  }
}
