import { createPlanner } from '../../electron/planner.ts';
import type { Library } from '../../electron/store/library.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { dong } from '../../shared/money/dong.ts';
import type { PlanEdit } from '../../shared/plan/edit/edit.ts';
import { type PlanId, sourceId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { yearsOf } from '../../shared/plan/plan.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import type { TemporaryLibrary } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';

/** What one plan of a library must be, as its acknowledged changes made it. */
export interface Expected {
  readonly id: PlanId;
  /** The last acknowledged row of its history. */
  readonly sequence: number;
  readonly plan: Plan;
  /** Labels of its revisions with the rows that they name. */
  readonly revisions: ReadonlyMap<string, number>;
}

const PLANS = 3;
const EDITS = 24;

/** Plans with every kind of record: amounts, names, undone and redone changes, revisions, a wording, a form, settings. */
export async function fillLibrary(place: TemporaryLibrary): Promise<void> {
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  for (let count = 0; count < PLANS; count += 1) {
    const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    for (let edit = 0; edit < EDITS; edit += 1) await nextEdit(planner, plan.id, edit);
    must(await planner.revise({ plan: plan.id, label: `Trình lần ${count}` }));
    await planner.undo({ plan: plan.id, baseSequence: EDITS });
    await planner.redo({ plan: plan.id, baseSequence: EDITS + 1 });
    must(await planner.undo({ plan: plan.id, baseSequence: EDITS + 2 }));
  }
  const { settings } = must(await planner.settings({}));
  must(await planner.keepSettings({ settings: { ...settings, zoom: 110 } }));
}

/** One edit after another of a plan, each unlike the others. */
export async function nextEdit(planner: Planner, id: PlanId, number: number): Promise<number> {
  const { plan, sequence } = must(await planner.openPlan({ plan: id }));
  const change = { label: { code: 'change.setAmount', params: {} }, edits: [numberedEdit(plan, number)] };
  return must(await planner.applyChange({ plan: id, baseSequence: sequence, change })).sequence;
}

/** The same for the same number, so that two programs can agree on what a plan must be. */
export function numberedEdit(plan: Plan, number: number): PlanEdit {
  const leaves = [...plan.amounts.keys()];
  const row = leaves[number % leaves.length];
  const years = yearsOf(plan.period);
  const year = years[number % years.length];
  if (!row || !year || number % 5 === 4) {
    return { kind: 'setHeader', patch: { title: `Phụ lục sửa lần thứ ${number}` } };
  }
  const amount = dong(BigInt(number + 1) * 1_000_000n);
  const leaf = { row, year, source: sourceId('central'), capital: 'recurrent', amount } as const;
  return { kind: 'setAmounts', amounts: [leaf], unfunded: 'keep' };
}

/** What a library holds now, to be held against what is left of it later. */
export function expectedOf(library: Library): Expected[] {
  return library.list().flatMap(({ id }) => {
    const read = library.read(id as PlanId);
    if (!read) throw new Error(`no plan ${id}`);
    const { plan, record } = read;
    const revisions = library.revisions(plan.id).map((one) => [one.label, one.sequence] as const);
    return [{ id: plan.id, plan, sequence: record.sequence, revisions: new Map(revisions) }];
  });
}
