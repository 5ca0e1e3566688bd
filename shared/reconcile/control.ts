import { type Finding, finding } from '../checks/finding.ts';
import type { Totals } from '../engine/totals.ts';
import { type Dong, dong } from '../money/dong.ts';
import { outlineOf } from '../plan/outline.ts';
import { CAPITALS, type Plan } from '../plan/plan.ts';
import { type ControlPlace, type ControlSet, controlKey } from '../plan/review.ts';
import { partsOf, plannedAt, selectorOf, WAYS } from './control-place.ts';

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

/** The plan held against sets of control totals, to the đồng: every stated place, the programme first, then by row. */
export function controlLines(plan: Plan, totals: Totals, sets: readonly ControlSet[]): ControlLine[] {
  const places = new Map<string, { place: ControlPlace; bySet: (Dong | null)[] }>();
  sets.forEach((set, at) => {
    for (const { amount, ...place } of set.amounts) {
      const key = controlKey(place);
      const line = places.get(key) ?? { place, bySet: sets.map(() => null) };
      line.bySet[at] = amount;
      places.set(key, line);
    }
  });
  const lines = new Map<string, ControlLine>();
  for (const [key, { place, bySet }] of places) {
    const allocated = dong(bySet.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n));
    const planned = plannedAt(plan, totals, place);
    const difference = dong(planned - allocated);
    lines.set(key, { key, place, bySet, allocated, plan: planned, difference, explained: false });
  }
  const told = [...lines.values()].map((line) => ({ ...line, explained: isExplained(plan, line, lines) }));
  return inPlanOrder(plan, told);
}

/** Whether in one of the ways to take it apart the stated parts differ by just as much. */
function isExplained(plan: Plan, line: ControlLine, lines: ReadonlyMap<string, ControlLine>): boolean {
  if (line.difference === 0n) return false;
  return WAYS.some((way) => {
    const parts = partsOf(plan, line.place, way).flatMap((part) => lines.get(controlKey(part)) ?? []);
    const sum = parts.reduce((whole, part) => whole + part.difference, 0n);
    return sum === line.difference && parts.some((part) => part.difference !== 0n);
  });
}

function inPlanOrder(plan: Plan, lines: readonly ControlLine[]): ControlLine[] {
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
