import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { type RowId, rowId } from '../../shared/plan/ids.ts';
import type { Plan, RowAmounts } from '../../shared/plan/plan.ts';
import { sameContent } from './plan-records.ts';
import { replayed } from './replay.ts';
import { keyOf, type Salvage } from './salvage.ts';
import type { SealedRow } from './sealed-table.ts';
import { DamagedRecord, ROW_AMOUNTS, STRUCTURE, soundPlan } from './stored-json.ts';
import { sealOfRow } from './tables.ts';

/**
 * What a plan was after its last change by its own records, without its history; null where that is not proved: every
 * record of these tables could be read and is under its seal, they are of that very change, they come to the total that
 * was written with it, and the changes behind the gap of the history, as far as they are there, led to them.
 */
export function lastState(damaged: Salvage, id: string, last: number): Plan | null {
  if ((['plan', 'structure', 'row_amounts'] as const).some((table) => damaged.torn.has(table))) return null;
  const record = damaged.tables.get('plan')?.get(keyOf([id]))?.row;
  const structure = damaged.tables.get('structure')?.get(keyOf([id]))?.row;
  if (!record || !structure || record.sequence !== last) return null;
  try {
    const plan = soundPlan({ ...STRUCTURE.read(`${structure.json}`), amounts: amountsOf(damaged, id) });
    const totals = Totals.of(plan);
    const isOfRecord = plan.id === id && totals.ok && `${grandTotal(totals.value)}` === record.total;
    return isOfRecord && isLedTo(plan, changesBefore(damaged, id, last)) ? plan : null;
  } catch (error) {
    if (error instanceof DamagedRecord) return null;
    throw error;
  }
}

function amountsOf(damaged: Salvage, id: string): Map<RowId, RowAmounts> {
  const amounts = new Map<RowId, RowAmounts>();
  for (const sealed of damaged.tables.get('row_amounts')?.values() ?? []) {
    if (sealed?.row.plan !== id) continue;
    amounts.set(rowId(`${sealed.row.row}`), ROW_AMOUNTS.read(`${sealed.row.amounts}`));
  }
  return amounts;
}

/** The rows of a history from its last one back, as far as each is under its seal. */
function changesBefore(damaged: Salvage, id: string, last: number): SealedRow[] {
  const at = (sequence: number) => damaged.tables.get('history')?.get(keyOf([id, sequence]));
  const rows: SealedRow[] = [];
  for (let sequence = last; sequence > 0; sequence -= 1) {
    const [row, before] = [at(sequence), at(sequence - 1)];
    if (!row || !before || row.seal !== sealOfRow('history', row.row, before.seal)) break;
    rows.push(row);
  }
  return rows;
}

/** Whether changes, the last one first, can be taken back from a plan, and made again lead to it. */
function isLedTo(plan: Plan, changes: readonly SealedRow[]): boolean {
  let then = plan;
  for (const { row } of changes) then = replayed(then, `${row.inverse}`);
  for (const { row } of changes.toReversed()) then = replayed(then, `${row.edits}`);
  return sameContent(then, plan);
}
