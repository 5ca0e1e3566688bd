import { GRAND_TOTAL } from '../engine/totals.ts';
import { readCell } from '../forms/cell.ts';
import { type Dong, dong, isInRange, ZERO } from '../money/dong.ts';
import type { SplitRefusalCode } from '../money/refusals.ts';
import { splitByWeights } from '../money/split.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { Change, LeafAmount, PlanEdit } from '../plan/edit/edit.ts';
import type { RowId, SourceId, Year } from '../plan/ids.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import { type Capital, type Plan, type Row, type Source, yearsOf } from '../plan/plan.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { blockLabel } from './block-label.ts';
import { type CellPlace, lockedBecause } from './cell-place.ts';
import type { Sheet } from './sheet.ts';

/** An amount beneath a total. In a one-year column it stands for all years that the source funds alike. */
export interface SpreadLeaf {
  readonly row: RowId;
  readonly years: readonly Year[];
  readonly source: SourceId;
  readonly capital: Capital;
  readonly before: Dong;
  /** Whether its source funds its year; where not, it is here for the money it holds. */
  readonly funded: boolean;
}

export interface SpreadPart extends SpreadLeaf {
  readonly after: Dong;
}

/** How the difference between the new total and the old is dealt out. `onto` is an index into the leaves. */
export type SpreadMode = 'proportional' | 'even' | { readonly onto: number };

export type SpreadCode =
  | 'spread.notTotal'
  | 'spread.mixed'
  | 'spread.noLeaves'
  | 'spread.unchanged'
  | 'spread.tooCoarse'
  | 'cell.refusedBlank'
  | 'amount.outOfRange'
  | SplitRefusalCode;

export interface SpreadPlan {
  readonly leaves: readonly SpreadPart[];
  readonly change: Change;
}

/** The leaves beneath a total, in printed order, years inside; or why there are none to spread over. */
export function spreadable(sheet: Sheet, place: CellPlace): Result<readonly SpreadLeaf[], SpreadCode> {
  const { line, column } = place;
  const locked = lockedBecause(place);
  if (column.kind !== 'amount' || locked === null) return refuse('spread.notTotal');
  if (locked === 'cell.refusedBlank') return refuse(locked);
  const shown = readCell(line, column.column, sheet.totals).amount;
  if (shown === 'mixed') return refuse('spread.mixed');
  const { selector, sources } = column.column;
  const asPeriod = line.rule?.oneYearAs === 'period' && selector.years === 'oneYear';
  const years = asPeriod ? 'period' : selector.years;
  const leaves = leafRows(sheet.plan, line.at).flatMap((row) =>
    sources.flatMap((source) =>
      source.capitals
        .filter((capital) => selector.capital === 'all' || selector.capital === capital)
        .flatMap((capital) => leavesOf(sheet.plan, row, source, capital, years)),
    ),
  );
  return leaves.length === 0 ? refuse('spread.noLeaves') : ok(leaves);
}

/** The leaf rows beneath a line; of the whole plan for its total rows. Rows that are folded away count as well. */
function leafRows({ rows }: Plan, at: number): Row[] {
  const outline = outlineOf(rows);
  const [from, end] = at === GRAND_TOTAL ? [0, rows.length] : [at, outline.end[at] ?? at];
  return rows.slice(from, end).filter((_, step) => isLeafAt(outline, from + step));
}

function leavesOf(
  plan: Plan,
  row: Row,
  source: Source,
  capital: Capital,
  years: Year | 'period' | 'oneYear',
): SpreadLeaf[] {
  const held = (year: Year): Dong => amountAt(plan, { row: row.id, year, source: source.id, capital });
  const leaf = (own: readonly Year[], before: Dong, funded: boolean): SpreadLeaf => ({
    row: row.id,
    years: own,
    source: source.id,
    capital,
    before,
    funded,
  });
  if (years === 'oneYear') {
    const [first] = source.years;
    return first === undefined ? [] : [leaf(source.years, held(first), true)];
  }
  return (years === 'period' ? yearsOf(plan.period) : [years]).flatMap((year) => {
    const before = held(year);
    const funded = source.years.includes(year);
    return funded || before !== 0n ? [leaf([year], before, funded)] : [];
  });
}

/**
 * The change that makes a total what was typed into it: the difference is dealt out by the largest-remainder method, so
 * that the parts add up to the new total to the đồng. In proportion it needs a total that is not zero and no negative
 * part; evenly, years that their source does not fund take no share. With a step, in đồng, every part changes by a multiple
 * of it, but for one that takes what the difference has beyond whole steps; refused where that would take more from a part
 * than it has, in proportion.
 */
export function planSpread(
  sheet: Sheet,
  place: CellPlace,
  newTotal: Dong,
  mode: SpreadMode,
  step?: Dong,
): Result<SpreadPlan, SpreadCode> {
  const found = spreadable(sheet, place);
  if (!found.ok) return found;
  const leaves = found.value;
  const before = leaves.reduce((sum, leaf) => sum + leaf.before, 0n);
  const difference = dong(newTotal - before);
  if (difference === 0n) return refuse('spread.unchanged');
  const shares = splitByWeights(difference, weightsOf(leaves, mode), step);
  if (!shares.ok) return shares;
  const parts = leaves.map((leaf, at) => ({
    ...leaf,
    after: dong(leaf.before + (shares.value[at] ?? ZERO)),
  }));
  const beyond = parts.find((part) => !isInRange(part.after));
  if (beyond) return refuse('amount.outOfRange', { text: `${beyond.after}` });
  const overdrawn =
    mode === 'proportional' && newTotal >= 0n ? parts.find((part) => part.after < 0n) : undefined;
  if (overdrawn) return refuse('spread.tooCoarse');
  const changed = parts.filter((part) => part.after !== part.before);
  const label = blockLabel('change.spread', changed.length, place.line);
  return ok({ leaves: parts, change: { label, edits: editsOf(changed) } });
}

/** Whether the new total and all that lies beneath it are multiples of a step: then a spread in that step keeps them so. */
export function isRound(leaves: readonly SpreadLeaf[], newTotal: Dong, step: Dong): boolean {
  return newTotal % step === 0n && leaves.every((leaf) => leaf.before % step === 0n);
}

function weightsOf(leaves: readonly SpreadLeaf[], mode: SpreadMode): bigint[] {
  if (mode === 'proportional') return leaves.map((leaf) => leaf.before);
  if (mode === 'even') return leaves.map((leaf) => (leaf.funded ? 1n : 0n));
  return leaves.map((_, at) => (at === mode.onto ? 1n : 0n));
}

/** Money that stands in a year without funding is kept there, larger or smaller; nowhere else does it come to be. */
function editsOf(parts: readonly SpreadPart[]): PlanEdit[] {
  const amounts = (funded: boolean): LeafAmount[] =>
    parts
      .filter((part) => part.funded === funded)
      .flatMap(({ row, source, capital, years, after }) =>
        years.map((year) => ({ row, year, source, capital, amount: after })),
      );
  const edits: PlanEdit[] = [
    { kind: 'setAmounts', amounts: amounts(true), unfunded: 'refuse' },
    { kind: 'setAmounts', amounts: amounts(false), unfunded: 'keep' },
  ];
  return edits.filter((edit) => edit.kind === 'setAmounts' && edit.amounts.length > 0);
}
