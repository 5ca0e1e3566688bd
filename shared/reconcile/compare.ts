import { GRAND_TOTAL } from '../engine/totals.ts';
import type { Moment } from '../forms/f5.ts';
import { dong, ZERO } from '../money/dong.ts';
import { ordinalsOf } from '../plan/ordinals.ts';
import { childrenAt, isLeafAt, outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import { type CommonColumn, commonColumns } from './compare-columns.ts';
import { frameDifferences } from './compare-frame.ts';
import { movedRows } from './compare-order.ts';
import { madeUpCodes, pairRows, type RowPairs } from './compare-rows.ts';
import type { ChangedCell, ChangedRow, ComparedColumn, Comparison, MovedRow, PlanRow } from './comparison.ts';

/** Of the changed amounts of rows so many are told; all of them where it is not given. All are counted, and the total row's told. */
export interface CompareChoice {
  readonly mostCells?: number | undefined;
}

/**
 * Two plans, revisions or workbooks held against each other: rows added, removed, moved and renamed, every amount of F2 that
 * differs, and what differs around them. In time linear in rows × columns.
 */
export function compare(
  before: Moment,
  after: Moment,
  { mostCells = Number.POSITIVE_INFINITY }: CompareChoice = {},
): Comparison {
  const pairs = pairRows(before.plan, after.plan);
  const [then, now] = [rowsOf(before.plan), rowsOf(after.plan)];
  const columns = commonColumns(before, after);
  const used = new Set<CommonColumn>();
  const changed: ChangedRow[] = [];
  let cells = 0;
  const hold = (was: number | null, is: number | null, most: number): void => {
    const found = changedCells(columns, was, is, used);
    const told = found.slice(0, Math.max(0, most - cells));
    cells += found.length;
    if (told.length > 0) changed.push({ row: { before: then(was), after: now(is) }, cells: told });
  };
  after.plan.rows.forEach((_, at) => {
    hold(indexOrNull(pairs.before[at]), at, mostCells);
  });
  before.plan.rows.forEach((_, at) => {
    if (pairs.after[at] === -1) hold(at, null, mostCells);
  });
  hold(GRAND_TOTAL, GRAND_TOTAL, Number.POSITIVE_INFINITY);
  return {
    frame: frameDifferences(before.plan, after.plan),
    added: free(pairs.before, now),
    removed: free(pairs.after, then),
    moved: moves(before.plan, after.plan, pairs, then, now),
    renamed: renamedRows(before.plan, after.plan, pairs).map((at) => {
      return { before: then(pairs.before[at] ?? null), after: now(at) };
    }),
    columns: columns.filter((column) => used.has(column)).map(columnFacts),
    changed,
    cells,
  };
}

function indexOrNull(at: number | undefined): number | null {
  return at === undefined || at < 0 ? null : at;
}

function changedCells(
  columns: readonly CommonColumn[],
  was: number | null,
  is: number | null,
  used: Set<CommonColumn>,
): ChangedCell[] {
  return columns.flatMap((column) => {
    const before = was === null ? null : column.before(was);
    const after = is === null ? null : column.after(is);
    const difference = dong((after ?? ZERO) - (before ?? ZERO));
    if (difference === 0n) return [];
    used.add(column);
    return { column: column.id, before, after, difference };
  });
}

type RowsByIndex = (at: number | null) => PlanRow | null;

/** The rows of a plan by index, and its total row. */
function rowsOf({ rows, programme }: Plan): RowsByIndex {
  const outline = outlineOf(rows);
  const ordinals = ordinalsOf(rows, programme.levels);
  return (at) => {
    if (at === null) return null;
    if (at === GRAND_TOTAL)
      return { id: null, at, code: 'total', ordinal: '', name: 'Tổng cộng', level: 0, leaf: false };
    const row = rows[at];
    if (!row) return null;
    const { id, code, name } = row;
    const [ordinal, level] = [ordinals[at] ?? '', outline.level[at] ?? 1];
    return { id, at, code, ordinal, name, level, leaf: isLeafAt(outline, at) };
  };
}

/** By index into the plan after. A code that was made up for a file is no name. */
function renamedRows(before: Plan, after: Plan, { before: pairs }: RowPairs): number[] {
  const [then, now] = [madeUpCodes(before), madeUpCodes(after)];
  return after.rows.flatMap((row, at) => {
    const was = before.rows[pairs[at] ?? -1];
    if (!was) return [];
    const coded = was.code !== row.code && !(then.has(was) && now.has(row));
    return was.name !== row.name || coded ? [at] : [];
  });
}

function free(others: Int32Array, rowAt: RowsByIndex): PlanRow[] {
  return [...others].flatMap((other, at) => (other === -1 ? (rowAt(at) ?? []) : []));
}

function moves(before: Plan, after: Plan, pairs: RowPairs, then: RowsByIndex, now: RowsByIndex): MovedRow[] {
  const [placeThen, placeNow] = [placesOf(before, then), placesOf(after, now)];
  return movedRows(before, after, pairs).map((at) => {
    const was = pairs.before[at] ?? -1;
    return { row: { before: then(was), after: now(at) }, from: placeThen(was), to: placeNow(at) };
  });
}

function placesOf({ rows }: Plan, rowAt: RowsByIndex): (at: number) => MovedRow['from'] {
  const outline = outlineOf(rows);
  const places = new Int32Array(rows.length);
  for (let above = -1; above < rows.length; above++) {
    childrenAt(outline, above).forEach((child, place) => {
      places[child] = place + 1;
    });
  }
  return (at) => {
    const above = outline.parent[at] ?? -1;
    return { parent: above < 0 ? null : rowAt(above), place: places[at] ?? 1 };
  };
}

function columnFacts({ id, path, selector, leaf }: CommonColumn): ComparedColumn {
  const { years, source, capital } = selector;
  // F2 has neither one-year columns nor columns of both budgets.
  if (years === 'oneYear' || source === 'budget') throw new Error(`no column of F2: ${id}`);
  return { id, path, years, source, capital, leaf };
}
