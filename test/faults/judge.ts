import { isDeepStrictEqual } from 'node:util';
import type { Library } from '../../electron/store/library.ts';
import type { RecoveredPlan, Recovery } from '../../shared/api/recovery.ts';
import type { Expected } from './full-library.ts';

/**
 * How a library came through: whole; with losses that its report names; with plans gone of which nothing is left that
 * could name them, the report saying that there may have been more; or with losses that nobody is told of.
 */
export type Verdict =
  | { readonly kind: 'whole' }
  | { readonly kind: 'told'; readonly changes: number }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'silent'; readonly what: string };

/** Holds what is left of a library against every change that was acknowledged. */
export function judge(library: Library, recovery: Recovery | null, expected: readonly Expected[]): Verdict {
  let changes = 0;
  for (const { id, sequence, plan, revisions } of expected) {
    const report = recovery?.plans.find((one) => one.id === id);
    const there = library.find(id)?.sequence ?? -1;
    if (report?.state === 'amounts') {
      const what = withoutSteps(library, report, { id, sequence, plan, revisions });
      if (what !== null) return { kind: 'silent', what: `${id}: ${what}` };
      changes += sequence - report.steps + 1;
      continue;
    }
    const missing = Math.max(0, sequence - there);
    if (there < 0 && !report && recovery?.lost.some(({ table }) => table === 'plan'))
      return { kind: 'nameless' };
    if (missing > 0) {
      if (!report?.lost || report.lost.first !== there + 1 || report.lost.last < sequence) {
        return { kind: 'silent', what: `${id}: ${there} of ${sequence}, told ${JSON.stringify(report)}` };
      }
      changes += missing;
      continue;
    }
    // More than was acknowledged may be there: a change that was on the disk when its answer was cut off.
    if (!isDeepStrictEqual(library.planAt(id, sequence), plan)) {
      return { kind: 'silent', what: `${id}: another content at ${sequence}` };
    }
    const last = library.read(id);
    if (!isDeepStrictEqual(library.planAt(id, there), last?.plan)) {
      return { kind: 'silent', what: `${id}: the plan is not what its history makes of it` };
    }
    if (library.history({ plan: id }).length !== there + 1) return { kind: 'silent', what: `${id}: history` };
    const labels = new Map(library.revisions(id).map((one) => [one.label, one.sequence]));
    for (const [label, at] of revisions) {
      const told = recovery?.lost.some(
        ({ table, name }) => table === 'revision' && ['', label].includes(name),
      );
      if (labels.get(label) !== at && !told) return { kind: 'silent', what: `${id}: revision ${label}` };
    }
  }
  return changes > 0 ? { kind: 'told', changes } : { kind: 'whole' };
}

/** What is untrue of a plan of which the report says that it is as it was last, and only steps of its history are missing. */
function withoutSteps(
  library: Library,
  report: RecoveredPlan,
  { id, sequence, plan }: Expected,
): string | null {
  const there = library.find(id)?.sequence ?? -1;
  const { steps, lost } = report;
  // One more, in place of all that are missing, brings it to its last state.
  if (![steps - 1, steps].includes(there)) return `${there}, told ${steps}`;
  if (lost?.first !== steps || lost.last < sequence) return `told ${JSON.stringify(lost)} of ${sequence}`;
  const now = library.read(id)?.plan;
  if (lost.last === sequence && !isDeepStrictEqual(now, plan)) return 'not as it was last';
  if (!isDeepStrictEqual(library.planAt(id, there), now))
    return 'the plan is not what its history makes of it';
  return library.history({ plan: id }).length === there + 1 ? null : 'history';
}
