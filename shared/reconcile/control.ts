import { type Finding, finding } from '../checks/finding.ts';
import type { Shape } from '../engine/shape.ts';
import type { Totals } from '../engine/totals.ts';
import { type Dong, dong } from '../money/dong.ts';
import { outlineOf } from '../plan/outline.ts';
import { CAPITALS, type Plan } from '../plan/plan.ts';
import { type ControlPlace, type ControlSet, controlKey } from '../plan/review.ts';
import { explainedTotals } from './control-causes.ts';
import { type PlannedAddress, plannedAddress, readPlanned, selectorOf } from './control-place.ts';

/** One place that a superior stated, beside the plan. */
export interface ControlLine {
  readonly key: string;
  readonly place: ControlPlace;
  /** What each set states, in the order of the sets; null where it states nothing. */
  readonly bySet: readonly (Dong | null)[];
  /** All sets together: a supplement adds to the first allocation. */
  readonly allocated: Dong;
  readonly plan: Dong;
  /** The plan minus what was allocated. */
  readonly difference: Dong;
  /** Whether differences of stated parts make this one: then it is no cause of its own. */
  readonly explained: boolean;
}

/**
 * The plan held against sets of control totals, to the đồng: every stated place, the programme first, then by row. Asked
 * again after an edit of amounts it only reads them, and a line that says the same is the same object.
 */
export function controlLines(
  plan: Plan,
  totals: Totals,
  sets: readonly ControlSet[],
): readonly ControlLine[] {
  const held = heldPlaces(plan, totals.shape, sets);
  const lines = held.places.map((one, at): ControlLine => {
    const planned = readPlanned(totals, one.address);
    const before = held.lines[at];
    if (before?.plan === planned) return before;
    const { address: _, ...stated } = one;
    const difference = dong(planned - stated.allocated);
    return { ...stated, plan: planned, difference, explained: false };
  });
  if (lines.every((line, at) => line === held.lines[at])) return held.lines;
  const explained = explainedTotals(
    plan,
    lines.filter(({ difference }) => difference !== 0n),
  );
  held.lines = lines.map((line) => {
    const isExplained = explained.has(line);
    return line.explained === isExplained ? line : { ...line, explained: isExplained };
  });
  return held.lines;
}

/** What is stated, once for all edits of amounts. */
interface StatedPlace extends Omit<ControlLine, 'plan' | 'difference' | 'explained'> {
  readonly address: PlannedAddress | null;
}

interface Held {
  readonly rows: Plan['rows'];
  readonly shape: Shape;
  /** In the plan's order. */
  readonly places: readonly StatedPlace[];
  /** As they were last asked for. */
  lines: readonly ControlLine[];
}

const held = new WeakMap<readonly ControlSet[], Held>();

function heldPlaces(plan: Plan, shape: Shape, sets: readonly ControlSet[]): Held {
  const known = held.get(sets);
  if (known?.rows === plan.rows && known.shape === shape) return known;
  const places = new Map<string, { place: ControlPlace; bySet: (Dong | null)[] }>();
  sets.forEach((set, at) => {
    for (const { amount, ...place } of set.amounts) {
      const key = controlKey(place);
      const stated = places.get(key) ?? { place, bySet: sets.map(() => null) };
      stated.bySet[at] = amount;
      places.set(key, stated);
    }
  });
  const stated = Array.from(places, ([key, { place, bySet }]): StatedPlace => {
    const allocated = dong(bySet.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n));
    return { key, place, bySet, allocated, address: plannedAddress(plan, shape, place) };
  });
  const fresh: Held = { rows: plan.rows, shape, places: inPlanOrder(plan, stated), lines: [] };
  held.set(sets, fresh);
  return fresh;
}

function inPlanOrder(plan: Plan, lines: readonly StatedPlace[]): StatedPlace[] {
  const { index } = outlineOf(plan.rows);
  const sources = new Map(plan.sources.map(({ id }, at) => [id, at]));
  const rank = ({ row, year, source, capital }: ControlPlace): readonly number[] => [
    row === null ? -1 : (index.get(row) ?? plan.rows.length),
    year ?? 0,
    source === null ? -1 : (sources.get(source) ?? sources.size),
    capital === null ? -1 : CAPITALS.indexOf(capital),
  ];
  const ranked = lines.map((line) => ({ line, by: rank(line.place) }));
  ranked.sort((one, other) => {
    const at = one.by.findIndex((value, place) => value !== other.by[place]);
    return at < 0 ? 0 : (one.by[at] ?? 0) - (other.by[at] ?? 0);
  });
  return ranked.map(({ line }) => line);
}

/** What differs, each cause once: a total whose parts explain it is not told again. */
export function controlFindings(lines: readonly ControlLine[], sets: readonly ControlSet[]): Finding[] {
  return lines
    .filter(({ difference, explained }) => difference !== 0n && !explained)
    .map(({ place, bySet, allocated, plan, difference }) =>
      finding('check.control', 'warning', place.row, {
        params: { sets: sets.flatMap(({ name }, at) => (bySet[at] === null ? [] : [name])).join(' + ') },
        amounts: { allocated, plan, off: difference },
        difference,
        places: [{ kind: 'amount', row: place.row, selector: selectorOf(place) }],
      }),
    );
}
