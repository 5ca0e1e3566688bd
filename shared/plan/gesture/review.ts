import type { Dong } from '../../money/dong.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import type { Change } from '../edit/edit.ts';
import type { Year } from '../ids.ts';
import { type Plan, yearsOf } from '../plan.ts';
import type { ControlPlace, ControlSet } from '../review.ts';

/** What officers do beside the amounts: set what a plan is held against, and answer what was found. */

export function acceptFinding(finding: string, says: string, reason: string): Change {
  const text = reason.trim();
  return {
    label: { code: 'change.acceptFinding', params: { finding, reason: text } },
    edits: [{ kind: 'setAcceptance', finding, acceptance: { says, reason: text } }],
  };
}

export function withdrawAcceptance(finding: string): Change {
  return {
    label: { code: 'change.withdrawAcceptance', params: { finding } },
    edits: [{ kind: 'setAcceptance', finding, acceptance: null }],
  };
}

/** The counterpart percentages of the plan's years; null where nothing differs from what is set. */
export function setCounterpart(plan: Plan, wanted: ReadonlyMap<Year, number | null>): Change | null {
  const now = new Map(plan.review.counterpart.map(({ year, hundredths }) => [year, hundredths]));
  const shares = yearsOf(plan.period).flatMap((year) => {
    const hundredths = wanted.get(year) ?? null;
    return hundredths === (now.get(year) ?? null) ? [] : [{ year, hundredths }];
  });
  if (shares.length === 0) return null;
  return {
    label: { code: 'change.setCounterpart', params: { years: shares.map(({ year }) => year).join(', ') } },
    edits: [{ kind: 'setCounterpart', shares }],
  };
}

/** Hundredths of a per cent: two decimals, up to a hundred times. */
const PERCENT = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/;

/** A typed percentage, "10", "12,5" or "12.5 %", as hundredths of a per cent; null where nothing is typed. */
export function readPercent(text: string): Result<number | null, 'review.badPercent'> {
  const typed = text.trim();
  if (typed === '') return ok(null);
  const [, whole, fraction = ''] = PERCENT.exec(typed) ?? [];
  const hundredths = whole === undefined ? 0 : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return hundredths > 0 ? ok(hundredths) : refuse('review.badPercent', { text: typed });
}

/** As it is typed: "12,5". */
export function writePercent(hundredths: number): string {
  const fraction = `${hundredths % 100}`.padStart(2, '0').replace(/0+$/, '');
  return `${Math.floor(hundredths / 100)}${fraction === '' ? '' : `,${fraction}`}`;
}

export function addControlSet(plan: Plan, set: ControlSet): Change {
  return {
    label: { code: 'change.addControlSet', params: { set: set.name, count: set.amounts.length } },
    edits: [{ kind: 'addControlSet', set, index: plan.review.controls.length }],
  };
}

export function removeControlSet({ id, name }: ControlSet): Change {
  return {
    label: { code: 'change.removeControlSet', params: { set: name } },
    edits: [{ kind: 'removeControlSet', set: id }],
  };
}

export function renameControlSet({ id, name }: ControlSet, to: string): Change {
  return {
    label: { code: 'change.renameControlSet', params: { before: name, after: to } },
    edits: [{ kind: 'updateControlSet', set: id, name: to, amounts: [] }],
  };
}

/** States amounts in a set, or takes statements away (null). */
export function setControls(
  { id, name }: ControlSet,
  amounts: readonly (ControlPlace & { readonly amount: Dong | null })[],
): Change {
  return {
    label: { code: 'change.setControls', params: { set: name, count: amounts.length } },
    edits: [{ kind: 'updateControlSet', set: id, name: null, amounts }],
  };
}
