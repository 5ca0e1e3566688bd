import { type Dong, ZERO } from '../../money/dong.ts';
import type { LeafAmount, PlanEdit } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import { type Header, type LeafKey, type Plan, type PlanProgramme, parseLeafKey } from '../plan.ts';
import { DraftOfEdits, patchTo } from './draft-of-edits.ts';
import { reviewTo } from './review.ts';
import { rowsTo } from './rows.ts';
import { sourcesAndPeriodTo } from './sources.ts';

/**
 * The edits that make one plan into another of the same origin, none where they are equal: what differs and no more,
 * so that the history tells what a return changed. Applied in order to `from` they give `to`; like all edits they are
 * taken back exactly. The plan's own id stays.
 */
export function changeTo(from: Plan, to: Plan): readonly PlanEdit[] {
  const draft = new DraftOfEdits(from);
  const header = patchTo(draft.plan.header, to.header, namesOf<Header>(from.header, to.header));
  if (header) draft.make({ kind: 'setHeader', patch: header });
  const programme = patchTo(
    from.programme,
    to.programme,
    namesOf<PlanProgramme>(from.programme, to.programme),
  );
  if (programme) draft.make({ kind: 'setProgramme', patch: programme });
  clearAmounts(draft, to);
  rowsTo(draft, to);
  sourcesAndPeriodTo(draft, to);
  setAmounts(draft, amountsTo(draft.plan, to));
  reviewTo(draft, to);
  return draft.edits;
}

function namesOf<Whole extends object>(...wholes: readonly Whole[]): (keyof Whole)[] {
  const names = new Set<keyof Whole>();
  for (const whole of wholes) for (const name in whole) names.add(name);
  return [...names];
}

/** Of the rows that stay, what has no amount in the other plan: so it stands in the way of nothing that comes after. */
function clearAmounts(draft: DraftOfEdits, to: Plan): void {
  const staying = new Set(to.rows.map((row) => row.id));
  const gone = amountsTo(draft.plan, to).filter(({ row, amount }) => amount === 0n && staying.has(row));
  setAmounts(draft, gone);
}

function setAmounts(draft: DraftOfEdits, amounts: readonly LeafAmount[]): void {
  if (amounts.length > 0) draft.make({ kind: 'setAmounts', amounts, unfunded: 'keep' });
}

/** Every leaf whose amount differs, with the amount that it is to have, row by row. */
export function amountsTo(from: Plan, to: Plan): LeafAmount[] {
  const amounts: LeafAmount[] = [];
  const each = (row: RowId, key: LeafKey, before: Dong, after: Dong): void => {
    if (before !== after) amounts.push({ row, ...parseLeafKey(key), amount: after });
  };
  for (const row of new Set([...from.amounts.keys(), ...to.amounts.keys()])) {
    const [before, after] = [from.amounts.get(row), to.amounts.get(row)];
    if (before === after) continue;
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]))
      each(row, key, before?.get(key) ?? ZERO, after?.get(key) ?? ZERO);
  }
  return amounts;
}
