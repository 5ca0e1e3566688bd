import type { Dong } from '../../money/dong.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { RowId, SourceId, Year } from '../ids.ts';
import {
  type Capital,
  type LeafKey,
  leafKey,
  type Plan,
  parseLeafKey,
  type RowAmounts,
  type Source,
} from '../plan.ts';
import { findSource, subSources } from '../sources.ts';
import { placeRefusal, withAmounts } from './amounts.ts';
import type {
  AddSource,
  EditSteps,
  PlanRefusalCode,
  RemoveSource,
  SourceAmount,
  UpdateSource,
} from './edit.ts';
import { formerValues } from './patch.ts';

type PlanRefusal = Refusal<PlanRefusalCode>;

/** Every amount of a source, with its row. */
export function amountsOfSource(plan: Plan, id: SourceId): SourceAmount[] {
  const found: SourceAmount[] = [];
  for (const [row, amounts] of plan.amounts) {
    for (const [key, amount] of amounts) {
      const { year, source, capital } = parseLeafKey(key);
      if (source === id) found.push({ row, year, capital, amount });
    }
  }
  return found;
}

function badYears(plan: Plan, years: readonly Year[]): PlanRefusal | null {
  const ascending = years.every((value, at) => at === 0 || value > (years[at - 1] ?? value));
  if (!ascending) return refuse('plan.badYears').refusal;
  const { first, last } = plan.period;
  const outside = years.find((value) => value < first || value > last);
  return outside === undefined
    ? null
    : refuse('plan.yearOutsidePeriod', { year: outside, first, last }).refusal;
}

/** Amounts of a source that another source would have to hold but cannot. */
function cannotHold(
  amounts: readonly SourceAmount[],
  capitals: readonly Capital[],
  name: string,
): PlanRefusal | null {
  const missing = amounts.find((amount) => !capitals.includes(amount.capital));
  return missing
    ? refuse('plan.capitalHoldsMoney', { source: name, capital: missing.capital }).refusal
    : null;
}

function addSourceRefusal(plan: Plan, edit: AddSource): PlanRefusal | null {
  const { source } = edit;
  if (findSource(plan.sources, source.id))
    return refuse('plan.duplicateSource', { source: source.id }).refusal;
  const parent = source.parent === null ? undefined : findSource(plan.sources, source.parent);
  if (!parent || parent.group !== source.group) {
    return refuse('plan.unknownSource', { source: source.parent ?? '' }).refusal;
  }
  const siblings = subSources(plan.sources, parent.id).length;
  if (edit.index < 0 || edit.index > siblings) {
    return refuse('plan.badPlace', { index: edit.index, count: siblings }).refusal;
  }
  // Only a source that is a leaf until now has amounts to hand over.
  if (edit.takesParentAmounts && siblings > 0) return refuse('plan.badSubtree').refusal;
  const years = badYears(plan, source.years);
  if (years) return years;
  const parentAmounts = amountsOfSource(plan, parent.id);
  if (parentAmounts.length > 0 && !edit.takesParentAmounts) {
    return refuse('plan.sourceHasAmounts', { source: parent.name }).refusal;
  }
  const after = insertSource(plan.sources, edit);
  for (const amount of edit.amounts) {
    const refusal = placeRefusal({ ...plan, sources: after }, { ...amount, source: source.id });
    if (refusal) return refusal;
  }
  return cannotHold(parentAmounts, source.capitals, source.name);
}

function addSource(plan: Plan, edit: AddSource): Plan {
  const { source } = edit;
  const opened: Plan = { ...plan, sources: insertSource(plan.sources, edit) };
  const taken =
    edit.takesParentAmounts && source.parent !== null
      ? renamed(plan, source.parent, source.id)
      : plan.amounts;
  const own = edit.amounts.map((amount) => ({ ...amount, source: source.id }));
  return { ...opened, amounts: withAmounts(taken, own) };
}

function addSourceInverse(_plan: Plan, edit: AddSource): RemoveSource {
  return { kind: 'removeSource', source: edit.source.id, givesParentAmounts: edit.takesParentAmounts };
}

/** After the subtree of the sibling before it, or directly after its parent. */
function insertSource(sources: readonly Source[], edit: AddSource): Source[] {
  const parent = edit.source.parent;
  const before = parent === null ? undefined : subSources(sources, parent)[edit.index - 1];
  const anchor = before ? lastOfSubtree(sources, before.id) : parent;
  const at = sources.findIndex((source) => source.id === anchor) + 1;
  return sources.toSpliced(at, 0, edit.source);
}

function lastOfSubtree(sources: readonly Source[], id: SourceId): SourceId {
  const last = subSources(sources, id).at(-1);
  return last ? lastOfSubtree(sources, last.id) : id;
}

/** All amounts with one source's money under another source's name. */
function renamed(plan: Plan, from: SourceId, to: SourceId): ReadonlyMap<RowId, RowAmounts> {
  const after = new Map<RowId, RowAmounts>();
  for (const [row, amounts] of plan.amounts) {
    const own = new Map<LeafKey, Dong>();
    for (const [key, amount] of amounts) {
      const { year, source, capital } = parseLeafKey(key);
      own.set(source === from ? leafKey(year, to, capital) : key, amount);
    }
    after.set(row, own);
  }
  return after;
}

function removeSourceRefusal(plan: Plan, edit: RemoveSource): PlanRefusal | null {
  const source = findSource(plan.sources, edit.source);
  if (!source) return refuse('plan.unknownSource', { source: edit.source }).refusal;
  if (source.parent === null) return refuse('plan.groupIsFixed', { source: source.name }).refusal;
  if (subSources(plan.sources, source.id).length > 0) {
    return refuse('plan.sourceHasSubSources', { source: source.name }).refusal;
  }
  if (!edit.givesParentAmounts) return null;
  const parent = findSource(plan.sources, source.parent);
  if (!parent || subSources(plan.sources, parent.id).length !== 1) return refuse('plan.badSubtree').refusal;
  return cannotHold(amountsOfSource(plan, source.id), parent.capitals, parent.name);
}

function removeSource(plan: Plan, edit: RemoveSource): Plan {
  const parent = findSource(plan.sources, edit.source)?.parent ?? null;
  const sources = plan.sources.filter((source) => source.id !== edit.source);
  if (edit.givesParentAmounts && parent !== null) {
    return { ...plan, sources, amounts: renamed(plan, edit.source, parent) };
  }
  const zeros = amountsOfSource(plan, edit.source).map((amount) => ({
    ...amount,
    source: edit.source,
    amount: 0n as Dong,
  }));
  return { ...plan, sources, amounts: withAmounts(plan.amounts, zeros) };
}

function removeSourceInverse(plan: Plan, edit: RemoveSource): AddSource {
  const source = findSource(plan.sources, edit.source);
  if (!source || source.parent === null) throw new Error('removeSource of a group was not refused');
  return {
    kind: 'addSource',
    source,
    index: subSources(plan.sources, source.parent).findIndex((one) => one.id === source.id),
    amounts: edit.givesParentAmounts ? [] : amountsOfSource(plan, source.id),
    takesParentAmounts: edit.givesParentAmounts,
  };
}

function updateSourceRefusal(plan: Plan, edit: UpdateSource): PlanRefusal | null {
  const source = findSource(plan.sources, edit.source);
  if (!source) return refuse('plan.unknownSource', { source: edit.source }).refusal;
  const { years, capitals } = edit.patch;
  return (
    (years ? badYears(plan, years) : null) ??
    (capitals ? cannotHold(amountsOfSource(plan, source.id), capitals, source.name) : null)
  );
}

function updateSource(plan: Plan, edit: UpdateSource): Plan {
  const sources = plan.sources.map((source) =>
    source.id === edit.source ? { ...source, ...edit.patch } : source,
  );
  return { ...plan, sources };
}

function updateSourceInverse(plan: Plan, edit: UpdateSource): UpdateSource {
  const source = findSource(plan.sources, edit.source);
  if (!source) throw new Error('updateSource of an unknown source was not refused');
  return { kind: 'updateSource', source: edit.source, patch: formerValues(source, edit.patch) };
}

export const addSourceSteps: EditSteps<AddSource> = {
  refusal: addSourceRefusal,
  apply: addSource,
  inverse: addSourceInverse,
};
export const removeSourceSteps: EditSteps<RemoveSource> = {
  refusal: removeSourceRefusal,
  apply: removeSource,
  inverse: removeSourceInverse,
};
export const updateSourceSteps: EditSteps<UpdateSource> = {
  refusal: updateSourceRefusal,
  apply: updateSource,
  inverse: updateSourceInverse,
};
