import type { Compared, ComparedSide, ComparedSides } from '../shared/api/comparing.ts';
import { Totals } from '../shared/engine/totals.ts';
import type { Moment } from '../shared/forms/f5.ts';
import type { Draft } from '../shared/intake/draft.ts';
import { planId } from '../shared/plan/ids.ts';
import type { Plan } from '../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import { OpenPlans } from './open-plans.ts';
import type { Library } from './store/library.ts';

/** One side of a comparison, ready to be held against another. */
export interface Held extends Moment {
  readonly name: Compared['before'];
}

/** Understands a file; refused where it leaves a question open or has a cell that cannot be read. */
export type ReadDraft = (
  file: Extract<ComparedSide, { kind: 'file' }>,
) => Promise<Result<Pick<Draft, 'plan'>>>;

/** Both sides of a comparison, from the library as it is now or from a file. */
export async function heldSides(
  library: Library,
  { before, after }: ComparedSides,
  readDraft: ReadDraft,
): Promise<Result<{ readonly before: Held; readonly after: Held }>> {
  const first = await heldSide(library, 'before', before, readDraft);
  if (!first.ok) return first;
  const second = await heldSide(library, 'after', after, readDraft);
  return second.ok ? ok({ before: first.value, after: second.value }) : second;
}

async function heldSide(
  library: Library,
  which: 'before' | 'after',
  side: ComparedSide,
  readDraft: ReadDraft,
): Promise<Result<Held>> {
  if (side.kind === 'file') {
    const draft = await readDraft(side);
    if (!draft.ok) return draft;
    // Of no history that the other side could share: its rows are known by codes and names alone.
    const plan = { ...draft.value.plan, id: planId(`file-${which}`) };
    return held(plan, { code: 'compare.file', params: { file: side.name } });
  }
  const loaded = new OpenPlans(library).get(side.plan);
  if (!loaded.ok) return loaded;
  const { title } = loaded.value.plan.header;
  if (side.kind === 'point') {
    const then = library.planAt(side.plan, side.sequence);
    if (!then) return refuse('api.unknownSequence', { sequence: side.sequence });
    const params = { title: then.header.title, sequence: `${side.sequence}` };
    return held(then, { code: 'compare.point', params });
  }
  const { revision: label } = side;
  if (label === null) return held(loaded.value.plan, { code: 'compare.now', params: { title } });
  const revisions = library.revisions(side.plan);
  const revision = revisions.find((one) => one.label === label);
  const plan = revision && library.planAt(side.plan, revision.sequence);
  if (!plan) {
    const known = revisions.map((one) => one.label).join(', ');
    return refuse('compare.unknownRevision', { plan: title, label, known });
  }
  return held(plan, { code: 'compare.revision', params: { title: plan.header.title, label } });
}

function held(plan: Plan, name: Held['name']): Result<Held> {
  const totals = Totals.of(plan);
  return totals.ok ? ok({ plan, totals: totals.value, name }) : totals;
}
