import type { Dong } from '../money/dong.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import type { ControlPlace } from '../plan/review.ts';
import { findSource } from '../plan/sources.ts';

/** More differing places than this are not sorted into causes: nobody reads so many one by one. */
const MOST = 1500;

interface Differing {
  readonly place: ControlPlace;
  readonly difference: Dong;
}

/**
 * The differing totals that differing parts of them explain: one wrong amount is one cause, however many stated totals
 * have it in them. A cause is a differing place that has no other in it; a total is explained where the causes in it
 * make just its difference. Places that overlap without one holding the other explain nothing.
 */
export function explainedTotals<Line extends Differing>(plan: Plan, differing: readonly Line[]): Set<Line> {
  const explained = new Set<Line>();
  if (differing.length > MOST) return explained;
  const holds = holder(plan);
  const inside = new Map(
    differing.map((line) => [
      line,
      differing.filter((other) => other !== line && holds(line.place, other.place)),
    ]),
  );
  for (const [line, others] of inside) {
    const causes = others.filter((other) => inside.get(other)?.length === 0);
    const sum = causes.reduce((whole, { difference }) => whole + difference, 0n);
    if (causes.length > 0 && sum === line.difference) explained.add(line);
  }
  return explained;
}

/** Whether all money of the second place is money of the first. */
function holder(plan: Plan): (whole: ControlPlace, part: ControlPlace) => boolean {
  const outline = outlineOf(plan.rows);
  const rowHolds = (whole: ControlPlace['row'], part: ControlPlace['row']): boolean => {
    if (whole === null || whole === part) return true;
    const [from, at] = [outline.index.get(whole), part === null ? undefined : outline.index.get(part)];
    return from !== undefined && at !== undefined && at > from && at < (outline.end[from] ?? 0);
  };
  const sourceHolds = (whole: ControlPlace['source'], part: ControlPlace['source']): boolean => {
    if (whole === null) return true;
    for (let at = part; at !== null; at = findSource(plan.sources, at)?.parent ?? null)
      if (at === whole) return true;
    return false;
  };
  return (whole, part) =>
    (whole.year === null || whole.year === part.year) &&
    (whole.capital === null || whole.capital === part.capital) &&
    rowHolds(whole.row, part.row) &&
    sourceHolds(whole.source, part.source);
}
