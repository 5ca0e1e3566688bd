import { watched } from '../../session/jobs.ts';
import type { PlanContext } from './plan-context.ts';

/** The adjustment form F5 of the plan as it is now against one of its revisions, as a workbook. */
export async function exportAdjustment(context: PlanContext, revision: string): Promise<void> {
  const { session, host, notify, refuse, words } = context;
  await session.settled();
  const plan = session.store.getState().plan.id;
  const sides = {
    before: { kind: 'plan', plan, revision },
    after: { kind: 'plan', plan, revision: null },
  } as const;
  const made = await watched(host.planner, (job) =>
    host.planner.exportComparison({ ...sides, as: 'F5', job }),
  ).catch(() => null);
  if (made?.ok) {
    const { name, bytes } = made.value;
    if (await host.saveFile(name, bytes)) notify(words().t('plan.exported', { name }));
  } else if (made?.refusal.code !== 'job.cancelled') {
    refuse(made?.refusal ?? { code: 'session.hostGone', params: {} });
  }
}
