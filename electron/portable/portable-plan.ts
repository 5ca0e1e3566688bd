import type { KeptWording } from '../../shared/api/wording.ts';
import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { readPlanJson } from '../../shared/intake/plan-file.ts';
import type { Dong } from '../../shared/money/dong.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import type { Past } from '../store/past.ts';
import { sameContent } from '../store/plan-records.ts';
import { contentSchema, type PortablePlan, type StatedPast, writeContent } from './content.ts';
import { openEnvelope, readEnvelope, writeEnvelope } from './envelope.ts';
import { isTooLong, planOfPast, UnsoundPast } from './sound-past.ts';

/** A file with a plan that was found sound in every respect. */
export interface ReadPortable {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  readonly plan: Plan;
  readonly total: Dong;
  readonly wording: KeptWording | null;
  readonly past: Past | null;
}

/** A plan as the bytes of a .plkp file. Refused where it is more than anybody could read back. */
export async function writePortable(
  portable: PortablePlan,
  password: string | null,
): Promise<Result<Uint8Array<ArrayBuffer>, 'portable.tooMuch' | 'portable.tooLong'>> {
  const { plan, past } = portable;
  if (past && isTooLong(plan.rows.length, past.rows.length)) return refuse('portable.tooLong');
  return writeEnvelope(writeContent(portable), password);
}

/** Whether nothing can be said of a file before its password. */
export function needsPassword(file: string, bytes: Uint8Array): Result<boolean> {
  const envelope = readEnvelope(file, bytes);
  return envelope.ok ? ok(envelope.value.lock !== null) : envelope;
}

/** The plan of a .plkp file; `file` is its name, for messages. Refused as a whole where anything of it does not hold. */
export async function readPortable(
  file: string,
  bytes: Uint8Array,
  password: string | null,
): Promise<Result<ReadPortable>> {
  const envelope = readEnvelope(file, bytes);
  if (!envelope.ok) return envelope;
  const content = await openEnvelope(file, envelope.value, password);
  if (!content.ok) return content;
  const read = contentSchema.safeParse(parsed(content.value));
  if (!read.success) {
    return refuse('planFile.broken', { file, where: read.error.issues[0]?.path.join('.') ?? '' });
  }
  const { by, at, wording } = read.data;
  const plan = readPlanJson(file, read.data.plan);
  if (!plan.ok) return plan;
  const totals = Totals.of(plan.value);
  if (!totals.ok) return totals;
  const past = read.data.past && pastOf(plan.value.id, read.data.past);
  const fault = past && faultOf(file, plan.value, past);
  if (fault && !fault.ok) return fault;
  return ok({ by, at, plan: plan.value, total: grandTotal(totals.value), wording, past });
}

/** What is wrong with a past, or nothing: it must make the very plan that the file states. */
function faultOf(file: string, stated: Plan, past: Past): Result<null> {
  try {
    const made = planOfPast(stated.id, past);
    return sameContent(made, stated) ? ok(null) : refuse('portable.otherPlan', { file });
  } catch (error) {
    if (!(error instanceof UnsoundPast)) throw error;
    if (error.at === 'tooLong') return refuse('portable.tooLong');
    return error.at === 'revisions'
      ? refuse('planFile.broken', { file, where: 'past.revisions' })
      : refuse('portable.badHistory', { file, step: error.at });
  }
}

function pastOf(plan: PlanId, { rows, ...past }: StatedPast): Past {
  return { ...past, rows: rows.map((row) => ({ plan, ...row })) };
}

/** Undefined where it is no JSON, which no schema takes. */
function parsed(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
}
