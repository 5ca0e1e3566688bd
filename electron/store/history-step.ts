import type { PlanEdit } from '../../shared/plan/edit/edit.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import type { HistoryHead, HistoryRecord, HistoryRecords } from './history-records.ts';
import { EDITS } from './stored-json.ts';

/** What is asked of a past to know what undo and redo would do in it. */
export type PastRows = Pick<HistoryRecords, 'at' | 'headAt' | 'undoOf'>;

/** An undo or a redo that is about to be made: what it does to the plan, and the history row that it will be. */
export interface HistoryStep {
  readonly edits: readonly PlanEdit[];
  readonly record: Pick<
    HistoryRecord,
    'kind' | 'label' | 'edits' | 'inverse' | 'undoes' | 'undo_top' | 'redo_top'
  >;
}

/** Takes back the change that the plan's last row points at; null where nothing is left to undo. */
export function undoStep(history: PastRows, plan: PlanId, sequence: number): HistoryStep | null {
  const change = pointedAt(history, plan, head(history, plan, sequence).undo_top);
  if (!change) return null;
  return {
    edits: EDITS.read(change.inverse),
    record: {
      kind: 'undo',
      label: change.label,
      edits: change.inverse,
      inverse: change.edits,
      undoes: change.sequence,
      // The plan is now as it was before the change, and so is what undo would do next.
      undo_top: head(history, plan, change.sequence - 1).undo_top,
      redo_top: change.sequence,
    },
  };
}

/** Makes the change again that the last undo took back; null where nothing is left to redo. */
export function redoStep(history: PastRows, plan: PlanId, sequence: number): HistoryStep | null {
  const change = pointedAt(history, plan, head(history, plan, sequence).redo_top);
  if (!change) return null;
  const undo = history.undoOf(plan, change.sequence);
  if (!undo) throw new Error(`change ${change.sequence} of ${plan} can be redone but was never undone`);
  return {
    edits: EDITS.read(change.edits),
    record: {
      kind: 'redo',
      label: change.label,
      edits: change.edits,
      inverse: change.inverse,
      undoes: undo.sequence,
      undo_top: change.sequence,
      redo_top: head(history, plan, undo.sequence - 1).redo_top,
    },
  };
}

function pointedAt(history: PastRows, plan: PlanId, top: number | null): HistoryRecord | null {
  return top === null ? null : existing(history.at(plan, top), plan, top);
}

function head(history: PastRows, plan: PlanId, sequence: number): HistoryHead {
  return existing(history.headAt(plan, sequence), plan, sequence);
}

function existing<Found>(found: Found | undefined, plan: PlanId, sequence: number): Found {
  if (!found) throw new Error(`the history of ${plan} has no row ${sequence}`);
  return found;
}
