import type { DocumentFormat } from '../../../shared/api/documents.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { ok, type Result } from '../../../shared/refusal.ts';
import { watched } from '../../session/jobs.ts';
import type { PlanContext } from './plan-context.ts';

export type FileFormat = 'xlsx' | DocumentFormat;

/**
 * Offers the plan to be kept as a file: a form as it is officially, or what was set up. Answers the name that it was
 * kept under, null where the officer gave it up; refused as the host refuses it.
 */
export async function exportFile(
  { session, host }: Pick<PlanContext, 'session' | 'host'>,
  format: FileFormat,
  form: FormId,
  { print, revision }: { readonly print?: PrintSet; readonly revision?: string | undefined } = {},
): Promise<Result<string | null>> {
  await session.settled();
  const asked = {
    plan: session.store.getState().plan.id,
    form,
    print,
    ...(revision === undefined ? {} : { revision }),
  };
  const answer =
    format === 'xlsx'
      ? await watched(host.planner, (job) => host.planner.exportWorkbook({ ...asked, job }))
      : await host.planner.exportDocument({ ...asked, format });
  if (!answer.ok) return answer.refusal.code === 'job.cancelled' ? ok(null) : answer;
  const { name, bytes } = answer.value;
  return ok((await host.saveFile(name, bytes)) ? name : null);
}
