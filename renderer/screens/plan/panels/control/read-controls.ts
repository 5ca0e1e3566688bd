import { addControlSet } from '../../../../../shared/plan/gesture/review.ts';
import { controlsOfDraft } from '../../../../../shared/reconcile/control-draft.ts';
import { watched } from '../../../../session/jobs.ts';
import { report } from '../../actions/report.ts';
import type { PlanContext } from '../../plan-context.ts';

/**
 * A workbook that the officer chooses, as a set of control totals of its name. Answers the new set's id; null, and said
 * why, where there is none.
 */
export async function readControls(context: PlanContext): Promise<string | null> {
  const { host, session } = context;
  const [file] = await host.openFiles(['xlsx']);
  if (!file) return null;
  const reading = await watched(host.planner, (job) => host.planner.readWorkbook({ ...file, job }));
  if (!reading.ok) {
    context.refuse(reading.refusal);
    return null;
  }
  const { draft, questions } = reading.value;
  if (!draft) {
    context.refuse({ code: 'control.undecided', params: { file: file.name, count: questions.length } });
    return null;
  }
  const { plan } = session.store.getState();
  const read = controlsOfDraft(plan, draft);
  if (!read.ok || read.value.amounts.length === 0) {
    context.refuse(read.ok ? { code: 'control.nothing', params: { file: file.name } } : read.refusal);
    return null;
  }
  const id = crypto.randomUUID();
  report(
    context,
    session.dispatch(addControlSet(plan, { id, name: file.name, amounts: read.value.amounts })),
  );
  return id;
}
