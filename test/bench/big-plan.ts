import type { Planner } from '../../shared/api/planner.ts';
import { dong } from '../../shared/money/dong.ts';
import type { LeafAmount, PlanEdit } from '../../shared/plan/edit/edit.ts';
import { type PlanId, rowId, sourceId, year } from '../../shared/plan/ids.ts';
import { type Capital, type Row, yearsOf } from '../../shared/plan/plan.ts';
import { must } from '../shared/plan/sample-plan.ts';

const PERIOD = { first: year(2021), last: year(2025) };

/** A plan of so many rows in a library: projects of ten sub-projects over five years, every leaf with money. */
export async function createBigPlan(planner: Planner, rows: number): Promise<PlanId> {
  const opened = must(
    await planner.createPlan({ programme: 'empty', title: `${rows} dòng`, period: PERIOD, locality: '' }),
  );
  const edits: PlanEdit[] = [];
  const amounts: LeafAmount[] = [];
  let project: Row | null = null;
  for (let at = 0; at < rows; at++) {
    const isProject: boolean = at % 11 === 0 || project === null;
    const row: Row = {
      id: rowId(`r${at}`),
      parent: isProject ? null : (project?.id ?? null),
      code: `DA${at}`,
      ordinal: null,
      name: `Hoạt động thứ ${at} của chương trình`,
      investment: 'yes',
      leadAgency: '',
      note: '',
      confirmed: true,
    };
    const index = isProject ? Math.floor(at / 11) : (at % 11) - 1;
    edits.push({
      kind: 'insertRows',
      parent: row.parent,
      index,
      rows: [{ row, amounts: [] }],
      takesParentAmounts: null,
    });
    if (isProject) project = row;
    else amounts.push(...amountsOf(row, at));
  }
  edits.push({ kind: 'setAmounts', amounts, unfunded: 'refuse' });
  const change = { label: { code: 'change.setHeader', params: {} }, edits };
  must(await planner.applyChange({ plan: opened.plan.id, baseSequence: opened.sequence, change }));
  return opened.plan.id;
}

const PLACES: readonly (readonly [string, Capital])[] = [
  ['central', 'investment'],
  ['central', 'recurrent'],
  ['local', 'investment'],
  ['local', 'recurrent'],
  ['other', 'none'],
];

function amountsOf(row: Row, at: number): LeafAmount[] {
  return yearsOf(PERIOD).flatMap((inYear) =>
    PLACES.map(([source, capital], place) => ({
      row: row.id,
      year: inYear,
      source: sourceId(source),
      capital,
      amount: dong(BigInt(((at * 31 + place * 7) % 900) + 1) * 1_000_000n),
    })),
  );
}
