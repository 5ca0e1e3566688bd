import { GRAND_TOTAL } from '../../engine/totals.ts';
import type { Outline } from '../../plan/outline.ts';
import type { Source } from '../../plan/plan.ts';
import { leavesUnder } from '../../plan/sources.ts';
import type { LeafCell, StatedTotal } from './stated-total.ts';

/** A leaf amount that, were it smaller by `difference` đồng, would make every total in `breaks` hold. */
export interface Cause {
  /** The cell, and others that would explain the same totals just as well. */
  readonly leaves: readonly [LeafCell, ...LeafCell[]];
  readonly difference: bigint;
  readonly breaks: readonly StatedTotal[];
}

export interface Causes {
  readonly causes: readonly Cause[];
  /** Broken totals that no single leaf explains. */
  readonly alone: readonly StatedTotal[];
}

/** Beyond these a file is wrong in so many places that looking for single causes helps nobody. */
const MOST_BROKEN = 2_000;
const MOST_LEAVES = 20_000;
/** One broken total is itself the likelier fault. */
const FEWEST_BREAKS = 2;

/**
 * Groups broken totals under the leaf amounts that explain them (domain.md: "one wrong cell is one cause"): a leaf
 * explains them where every stated total that counts it is broken, by as many times one amount as it counts the leaf.
 * The leaf that explains the most comes first; what it explains is then taken off, and the rest is looked at again.
 */
export function findCauses(
  totals: readonly StatedTotal[],
  leaves: readonly LeafCell[],
  outline: Outline,
  sources: readonly Source[],
): Causes {
  const broken = totals.filter(({ holds }) => !holds);
  if (broken.length < FEWEST_BREAKS || broken.length > MOST_BROKEN) return { causes: [], alone: broken };
  const counts = new Counting(totals, outline, sources);
  const suspects = suspectLeaves(broken, leaves, outline);
  if (suspects.length > MOST_LEAVES) return { causes: [], alone: broken };
  const counted = suspects.map((leaf) => ({ leaf, totals: counts.of(leaf) }));
  const open = new Map(broken.map((total) => [total, total.ours - total.stated] as const));
  const causes: Cause[] = [];
  for (;;) {
    const best = likeliest(counted, open);
    if (!best) return { causes, alone: broken.filter((total) => open.has(total)) };
    causes.push(best);
    const [leaf] = best.leaves;
    for (const { total, times } of counts.of(leaf)) {
      const left = (open.get(total) ?? 0n) - best.difference * times;
      if (left === 0n) open.delete(total);
      else open.set(total, left);
    }
  }
}

interface Counted {
  readonly total: StatedTotal;
  /** How often the total counts the leaf: the years of a period, else once. */
  readonly times: bigint;
}

interface Suspect {
  readonly leaf: LeafCell;
  readonly totals: readonly Counted[];
}

/** Leaves of rows whose own totals are broken; where none is, leaves under broken parents; else all. */
function suspectLeaves(
  broken: readonly StatedTotal[],
  leaves: readonly LeafCell[],
  outline: Outline,
): readonly LeafCell[] {
  const rows = new Set(broken.map(({ at }) => at));
  const own = leaves.filter(({ at }) => rows.has(at));
  if (own.length > 0) return own;
  const under = leaves.filter(({ at }) => lineage(at, outline).some((above) => rows.has(above)));
  return under.length > 0 ? under : leaves;
}

function lineage(at: number, { parent }: Outline): number[] {
  const rows: number[] = [];
  for (let row = at; row >= 0; row = parent[row] ?? GRAND_TOTAL) rows.push(row);
  return rows;
}

function likeliest(suspects: readonly Suspect[], open: ReadonlyMap<StatedTotal, bigint>): Cause | null {
  const found = suspects.flatMap((suspect) => explanationsBy(suspect, open));
  const most = found.reduce((count, { breaks }) => Math.max(count, breaks.length), 0);
  const [best, ...others] = found.filter(({ breaks }) => breaks.length === most);
  if (!best) return null;
  const alike = others.filter((other) => sameTotals(best, other)).flatMap(({ leaves }) => leaves);
  return { ...best, leaves: [best.leaves[0], ...alike] };
}

function explanationsBy({ leaf, totals }: Suspect, open: ReadonlyMap<StatedTotal, bigint>): Cause[] {
  if (totals.length < FEWEST_BREAKS || totals.some(({ total }) => !open.has(total))) return [];
  const differences = new Set(totals.flatMap((one) => shareOf(one, open)));
  return [...differences].flatMap((difference): Cause[] => {
    const breaks = totals.filter(({ total, times }) => open.get(total) === difference * times);
    if (breaks.length < FEWEST_BREAKS) return [];
    return [{ leaves: [leaf], difference, breaks: breaks.map(({ total }) => total) }];
  });
}

/** By how much the leaf would be off, were it alone to blame for a total. */
function shareOf({ total, times }: Counted, open: ReadonlyMap<StatedTotal, bigint>): bigint[] {
  const left = open.get(total) ?? 0n;
  return left % times === 0n ? [left / times] : [];
}

function sameTotals(
  one: Pick<Cause, 'difference' | 'breaks'>,
  other: Pick<Cause, 'difference' | 'breaks'>,
): boolean {
  return one.difference === other.difference && one.breaks.every((total) => other.breaks.includes(total));
}

/** Which stated totals count a leaf, and how often. */
class Counting {
  readonly #byRow = new Map<number, StatedTotal[]>();
  readonly #outline: Outline;
  readonly #sources: readonly Source[];
  readonly #known = new Map<LeafCell, readonly Counted[]>();

  constructor(totals: readonly StatedTotal[], outline: Outline, sources: readonly Source[]) {
    this.#outline = outline;
    this.#sources = sources;
    for (const total of totals) {
      const row = this.#byRow.get(total.at);
      if (row) row.push(total);
      else this.#byRow.set(total.at, [total]);
    }
  }

  of(leaf: LeafCell): readonly Counted[] {
    const known = this.#known.get(leaf);
    if (known) return known;
    const rows = [...lineage(leaf.at, this.#outline), GRAND_TOTAL];
    const found = rows.flatMap((row) =>
      (this.#byRow.get(row) ?? []).flatMap((total): Counted[] => {
        const times = this.#times(total, leaf);
        return times === 0n ? [] : [{ total, times }];
      }),
    );
    this.#known.set(leaf, found);
    return found;
  }

  #times({ selector: { years, source, capital } }: StatedTotal, leaf: LeafCell): bigint {
    if (capital !== 'all' && capital !== leaf.capital) return 0n;
    if (!this.#holds(source, leaf)) return 0n;
    if (years === 'period') return BigInt(leaf.years.length);
    if (years === 'oneYear') return leaf.oneYear ? 1n : 0n;
    return leaf.years.includes(years) ? 1n : 0n;
  }

  #holds(source: StatedTotal['selector']['source'], leaf: LeafCell): boolean {
    if (source === 'all') return true;
    const group = this.#sources.find(({ id }) => id === leaf.source)?.group;
    if (source === 'budget') return group !== 'other';
    return leavesUnder(this.#sources, source).some(({ id }) => id === leaf.source);
  }
}
