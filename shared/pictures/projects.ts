import { GRAND_TOTAL } from '../engine/totals.ts';
import type { Moment } from '../forms/f5.ts';
import { type Dong, dong, ZERO } from '../money/dong.ts';
import type { RowId } from '../plan/ids.ts';
import { ordinalsOf } from '../plan/ordinals.ts';
import { childrenAt, outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import { pairRows } from '../reconcile/compare-rows.ts';
import type { Mark, Picture } from './picture.ts';

const PERIOD = { years: 'period', source: 'all', capital: 'all' } as const;

/** The top rows of a plan and what each has over the period; the whole beside them, of which each is a share. */
export interface Shares {
  readonly picture: Picture;
  readonly whole: Dong;
}

export function sharesOfProjects({ plan, totals }: Moment): Shares {
  const address = totals.address(PERIOD);
  const tops = topRows(plan);
  return {
    whole: totals.read(GRAND_TOTAL, address),
    picture: {
      categories: tops.map(({ id, label }) => ({ id, label })),
      series: [ALL],
      marks: tops.map(({ id, at }) => markOf(id, totals.read(at, address), id)),
    },
  };
}

/** What each top row had before, beside by how much it differs now. */
export interface Changes extends Shares {
  /** By category. */
  readonly before: ReadonlyMap<string, Dong>;
}

/** How much more or less each top row has than at an earlier point, where that differs, and all rows together. */
export function changesOfProjects(before: Moment, after: Moment): Changes {
  const pairs = pairRows(before.plan, after.plan);
  const [then, now] = [before.totals.address(PERIOD), after.totals.address(PERIOD)];
  const kept = topRows(after.plan).map(({ at, ...row }) => {
    const was = pairs.before[at] ?? -1;
    const had = was < 0 ? ZERO : before.totals.read(was, then);
    return { ...row, had, amount: dong(after.totals.read(at, now) - had), row: row.id };
  });
  const removed = topRows(before.plan)
    .filter(({ at }) => pairs.after[at] === -1)
    .map(({ at, ...row }) => {
      const had = before.totals.read(at, then);
      return { id: `- ${row.id}`, label: row.label, had, amount: dong(-had), row: null };
    });
  const changed = [...kept, ...removed].filter(({ amount }) => amount !== 0n);
  return {
    before: new Map(changed.map(({ id, had }) => [id, had])),
    whole: dong(after.totals.read(GRAND_TOTAL, now) - before.totals.read(GRAND_TOTAL, then)),
    picture: {
      categories: changed.map(({ id, label }) => ({ id, label })),
      series: [ALL],
      marks: changed.map(({ id, amount, row }) => markOf(id, amount, row)),
    },
  };
}

/** A picture of one series has no need of its name. */
const ALL = { id: 'all', label: '' } as const;

function markOf(category: string, amount: Dong, row: RowId | null): Mark {
  return {
    category,
    series: ALL.id,
    amount,
    place: row === null ? null : { kind: 'amount', row, selector: PERIOD },
  };
}

function topRows({ rows, programme }: Plan): { id: RowId; at: number; label: string }[] {
  const ordinals = ordinalsOf(rows, programme.levels);
  return childrenAt(outlineOf(rows), -1).flatMap((at) => {
    const row = rows[at];
    return row ? [{ id: row.id, at, label: `${ordinals[at] ?? ''} ${row.name}`.trim() }] : [];
  });
}
