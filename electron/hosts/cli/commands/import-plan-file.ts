import { z } from 'zod';
import { planFileContentSchema } from '../../../../shared/api/plan-files.ts';
import type { Planner } from '../../../../shared/api/planner.ts';
import { message } from '../../../../shared/messages/message.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { ok, type Result, refuse } from '../../../../shared/refusal.ts';
import type { Answer } from '../command.ts';
import type { Given } from '../given.ts';
import { madePlan } from './new-plans.ts';
import { passwordOf } from './password-file.ts';

/** `import FILE.plkp`: a colleague's plan, with its history where the file has it; with `--dry-run` only what is in it. */
export async function importPlanFile(
  given: Given,
  planner: Planner,
  folder: string,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<Answer>> {
  const password = passwordOf(given, folder);
  if (!password.ok) return password;
  const asked = { ...file, password: password.value };
  if (given.flag('dry-run')) {
    const read = await planner.readPlanFile(asked);
    if (!read.ok) return read;
    const { content } = read.value;
    if (!content) return refuse('portable.needsPassword', { file: file.name });
    const { title, programme, total, by, at, steps, revisions } = content;
    const words = { programme, total: writeAmount(total, 'dong'), by, at, steps: steps ?? 0, revisions };
    return ok({
      json: z.encode(planFileContentSchema, content),
      text: `${title}\n${message('cli.plkpLine', words)}`,
    });
  }
  const made = await planner.importPlanFile(asked);
  if (!made.ok) return made;
  const opened = await planner.openPlan({ plan: made.value.plan });
  return opened.ok ? ok(madePlan(opened.value, [])) : opened;
}
