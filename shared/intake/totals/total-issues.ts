import { type Dong, dong } from '../../money/dong.ts';
import type { Unit } from '../../money/unit.ts';
import { writeAmount } from '../../money/write.ts';
import type { Outline } from '../../plan/outline.ts';
import type { Source } from '../../plan/plan.ts';
import type { Finding, Issue } from '../draft.ts';
import { type Cause, findCauses } from './find-causes.ts';
import type { LeafCell, StatedTotal } from './stated-total.ts';

export interface TotalsGround {
  /** Those that do not hold, and where any does not, also those that do: they clear a leaf of suspicion. */
  readonly totals: readonly StatedTotal[];
  /** Asked for only where a total does not hold. */
  readonly leaves: () => readonly LeafCell[];
  readonly outline: Outline;
  readonly sources: readonly Source[];
  readonly unit: Unit;
}

/**
 * What is said of the totals of a file: each that differs from its recomputation, exact (ours minus stated), or one
 * cause with the totals that it breaks beneath it.
 */
export function totalIssues({ totals, leaves, outline, sources, unit }: TotalsGround): Issue[] {
  if (totals.every(({ holds }) => holds)) return [];
  const { causes, alone } = findCauses(totals, leaves(), outline, sources);
  return [
    ...causes.map((cause) => causeIssue(cause, unit)),
    ...alone.map((total) => totalFinding(total, unit)),
  ];
}

function causeIssue({ leaves, difference, breaks }: Cause, unit: Unit): Issue {
  const [leaf, ...others] = leaves;
  const { sheet, cell, row, column } = leaf.place;
  return {
    code: others.length > 0 ? 'workbook.oneLeafDiffers' : 'workbook.leafDiffers',
    severity: 'warning',
    params: {
      row,
      column,
      difference: writeAmount(dong(difference), unit),
      count: breaks.length,
      ...(others.length > 0 ? { others: others.map(({ place }) => place.cell).join(', ') } : {}),
    },
    sheet,
    cell,
    difference: dong(difference),
    breaks: breaks.map((total) => totalFinding(total, unit)),
  };
}

function totalFinding({ stated, ours, place }: StatedTotal, unit: Unit): Finding {
  const { sheet, cell, row, column } = place();
  const difference = dong(ours - stated);
  const written = (amount: Dong): string => writeAmount(amount, unit);
  return {
    code: 'workbook.totalDiffers',
    severity: 'warning',
    params: {
      row,
      column,
      stated: written(stated),
      ours: written(ours),
      difference: written(difference),
    },
    sheet,
    cell,
    difference,
  };
}
