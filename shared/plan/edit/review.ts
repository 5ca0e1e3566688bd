import { type Refusal, refuse } from '../../refusal.ts';
import type { Plan } from '../plan.ts';
import { type ControlAmount, type ControlSet, controlKey, type Review } from '../review.ts';
import type {
  AddControlSet,
  EditSteps,
  PlanRefusalCode,
  RemoveControlSet,
  SetAcceptance,
  SetCounterpart,
  UpdateControlSet,
} from './edit.ts';

function withReview(plan: Plan, patch: Partial<Review>): Plan {
  return { ...plan, review: { ...plan.review, ...patch } };
}

/** A list with some of its members replaced or, by null, taken out; in order of their keys again. */
function withMembers<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
  changes: ReadonlyMap<string, Member | null>,
): readonly Member[] {
  const kept = members.filter((member) => !changes.has(keyOf(member)));
  const added = [...changes.values()].filter((member) => member !== null);
  const compare = (one: Member, other: Member): number => (keyOf(one) < keyOf(other) ? -1 : 1);
  return [...kept, ...added].sort(compare);
}

const yearKey = ({ year }: { readonly year: number }): string => `${year}`;

export const setCounterpartSteps: EditSteps<SetCounterpart> = {
  refusal: () => null,
  apply: (plan, { shares }) => {
    const changes = new Map(
      shares.map(({ year, hundredths }) => [`${year}`, hundredths === null ? null : { year, hundredths }]),
    );
    return withReview(plan, { counterpart: withMembers(plan.review.counterpart, yearKey, changes) });
  },
  inverse: (plan, { shares }) => {
    const former = new Map(plan.review.counterpart.map(({ year, hundredths }) => [year, hundredths]));
    return {
      kind: 'setCounterpart',
      shares: shares.map(({ year }) => ({ year, hundredths: former.get(year) ?? null })),
    };
  },
};

export const setAcceptanceSteps: EditSteps<SetAcceptance> = {
  refusal: () => null,
  apply: (plan, { finding, acceptance }) => {
    const changes = new Map([[finding, acceptance && { finding, ...acceptance }]]);
    return withReview(plan, { accepted: withMembers(plan.review.accepted, (one) => one.finding, changes) });
  },
  inverse: (plan, { finding }) => {
    const former = plan.review.accepted.find((one) => one.finding === finding);
    const acceptance = former ? { says: former.says, reason: former.reason } : null;
    return { kind: 'setAcceptance', finding, acceptance };
  },
};

function setAt(plan: Plan, id: string): number {
  return plan.review.controls.findIndex((set) => set.id === id);
}

function unknownSet(plan: Plan, id: string): Refusal<PlanRefusalCode> | null {
  return setAt(plan, id) < 0 ? refuse('plan.unknownControlSet', { set: id }).refusal : null;
}

function formerSet(plan: Plan, id: string): ControlSet {
  const set = plan.review.controls[setAt(plan, id)];
  if (!set) throw new Error('an edit of a control set was applied before it was asked whether it can be');
  return set;
}

export const addControlSetSteps: EditSteps<AddControlSet> = {
  refusal: (plan, { set, index }) => {
    if (setAt(plan, set.id) >= 0) return refuse('plan.duplicateControlSet', { set: set.name }).refusal;
    return index > plan.review.controls.length ? refuse('plan.badPlace', { index }).refusal : null;
  },
  apply: (plan, { set, index }) =>
    withReview(plan, { controls: plan.review.controls.toSpliced(index, 0, set) }),
  inverse: (_, { set }) => ({ kind: 'removeControlSet', set: set.id }),
};

export const removeControlSetSteps: EditSteps<RemoveControlSet> = {
  refusal: (plan, { set }) => unknownSet(plan, set),
  apply: (plan, { set }) =>
    withReview(plan, { controls: plan.review.controls.filter((one) => one.id !== set) }),
  inverse: (plan, { set }) => ({
    kind: 'addControlSet',
    set: formerSet(plan, set),
    index: setAt(plan, set),
  }),
};

export const updateControlSetSteps: EditSteps<UpdateControlSet> = {
  refusal: (plan, { set }) => unknownSet(plan, set),
  apply: (plan, { set, name, amounts }) => {
    const changes = new Map<string, ControlAmount | null>(
      amounts.map(({ amount, ...place }) => [
        controlKey(place),
        amount === null ? null : { ...place, amount },
      ]),
    );
    const controls = plan.review.controls.map((one) =>
      one.id === set
        ? { ...one, name: name ?? one.name, amounts: withMembers(one.amounts, controlKey, changes) }
        : one,
    );
    return withReview(plan, { controls });
  },
  inverse: (plan, { set, name, amounts }) => {
    const before = formerSet(plan, set);
    const former = new Map(before.amounts.map((one) => [controlKey(one), one.amount]));
    return {
      kind: 'updateControlSet',
      set,
      name: name === null ? null : before.name,
      amounts: amounts.map((one) => ({ ...one, amount: former.get(controlKey(one)) ?? null })),
    };
  },
};
