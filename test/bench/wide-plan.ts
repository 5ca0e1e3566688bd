import type { Planner } from '../../shared/api/planner.ts';
import type { PlanEdit } from '../../shared/plan/edit/edit.ts';
import { type PlanId, rowId, sourceId, year } from '../../shared/plan/ids.ts';
import { must } from '../shared/plan/sample-plan.ts';

const YEAR = year(2025);
export const WIDE_COLUMNS = 40;
/** The first of the columns that stand side by side and can all be typed into, on F2. */
export const FIRST_WIDE = `${YEAR}.central.s0.total`;

/** A plan of one year with so many rows, all leaves, and 40 sources of one kind each: 40 columns to paste into. */
export async function createWidePlan(planner: Planner, rows: number): Promise<PlanId> {
  const period = { first: YEAR, last: YEAR };
  const title = `${rows} dòng × ${WIDE_COLUMNS} nguồn`;
  const opened = must(await planner.createPlan({ programme: 'empty', title, period, locality: '' }));
  const edits: PlanEdit[] = [];
  for (let at = 0; at < WIDE_COLUMNS; at++) {
    edits.push({
      kind: 'addSource',
      source: {
        id: sourceId(`s${at}`),
        parent: sourceId('central'),
        group: 'central',
        name: `Nguồn ${at}`,
        short: `N${at}`,
        years: [YEAR],
        capitals: ['recurrent'],
        origin: 'own',
      },
      index: at,
      amounts: [],
      takesParentAmounts: at === 0,
    });
  }
  for (let at = 0; at < rows; at++) {
    const row = {
      id: rowId(`r${at}`),
      parent: null,
      code: `DA${at}`,
      ordinal: null,
      name: `Hoạt động thứ ${at} của chương trình`,
      investment: 'yes' as const,
      leadAgency: '',
      note: '',
      confirmed: true,
    };
    edits.push({
      kind: 'insertRows',
      parent: null,
      index: at,
      rows: [{ row, amounts: [] }],
      takesParentAmounts: null,
    });
  }
  const change = { label: { code: 'change.setHeader', params: {} }, edits };
  must(await planner.applyChange({ plan: opened.plan.id, baseSequence: opened.sequence, change }));
  return opened.plan.id;
}
