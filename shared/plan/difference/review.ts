import type { Plan } from '../plan.ts';
import { type ControlSet, controlKey, type Review } from '../review.ts';
import { type DraftOfEdits, isSame } from './draft-of-edits.ts';

/** Makes what a plan is reviewed by that of another plan. */
export function reviewTo(draft: DraftOfEdits, { review: to }: Plan): void {
  const { review } = draft.plan;
  const shares = counterpartTo(review, to);
  if (shares.length > 0) draft.make({ kind: 'setCounterpart', shares });
  acceptedTo(draft, review, to);
  controlsTo(draft, review, to);
}

function counterpartTo(
  from: Review,
  to: Review,
): { year: Review['counterpart'][number]['year']; hundredths: number | null }[] {
  const [before, after] = [from, to].map(
    ({ counterpart }) => new Map(counterpart.map(({ year, hundredths }) => [year, hundredths])),
  );
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap((year) => {
    const hundredths = after?.get(year) ?? null;
    return hundredths === (before?.get(year) ?? null) ? [] : [{ year, hundredths }];
  });
}

function acceptedTo(draft: DraftOfEdits, from: Review, to: Review): void {
  const before = new Map(from.accepted.map((one) => [one.finding, one]));
  const after = new Map(to.accepted.map((one) => [one.finding, one]));
  for (const finding of new Set([...before.keys(), ...after.keys()])) {
    const one = after.get(finding);
    if (isSame(before.get(finding), one)) continue;
    const acceptance = one ? { says: one.says, reason: one.reason } : null;
    draft.make({ kind: 'setAcceptance', finding, acceptance });
  }
}

/** Sets that stand in another order there go and come again. */
function controlsTo(draft: DraftOfEdits, from: Review, to: Review): void {
  const idsIn = (sets: readonly ControlSet[], others: readonly ControlSet[]): string[] =>
    sets.flatMap(({ id }) => (others.some((other) => other.id === id) ? [id] : []));
  const both = idsIn(from.controls, to.controls);
  const staying = new Set(isSame(both, idsIn(to.controls, from.controls)) ? both : []);
  for (const { id } of from.controls) if (!staying.has(id)) draft.make({ kind: 'removeControlSet', set: id });
  to.controls.forEach((set, index) => {
    const before = staying.has(set.id) ? from.controls.find(({ id }) => id === set.id) : undefined;
    if (!before) {
      draft.make({ kind: 'addControlSet', set, index });
      return;
    }
    const stated = new Map(set.amounts.map((one) => [controlKey(one), one]));
    const former = new Map(before.amounts.map((one) => [controlKey(one), one]));
    const amounts = [...new Set([...former.keys(), ...stated.keys()])].flatMap((key) => {
      const [then, now] = [stated.get(key), former.get(key)];
      const place = then ?? now;
      return place && then?.amount !== now?.amount ? [{ ...place, amount: then?.amount ?? null }] : [];
    });
    const name = set.name === before.name ? null : set.name;
    if (name !== null || amounts.length > 0)
      draft.make({ kind: 'updateControlSet', set: set.id, name, amounts });
  });
}
