import { z } from 'zod';
import { planIdSchema } from '../plan/atoms-schema.ts';

/** Named points of a plan's history: drafted (dự thảo), sent up (trình), approved (phê duyệt). */

export const REVISION_STAGES = ['draft', 'submitted', 'approved'] as const;
export type RevisionStage = (typeof REVISION_STAGES)[number];

/** Why an approved plan is changed again: điều chỉnh, bổ sung, sửa sai sót. */
export const REOPENING_KINDS = ['adjust', 'supplement', 'correct'] as const;
export type ReopeningKind = (typeof REOPENING_KINDS)[number];

const time = z.iso.datetime();
const text = z.string().trim();
export const revisionLabelSchema = text.min(1).max(500);

const reopenedSchema = z.strictObject({
  at: time,
  by: z.string(),
  kind: z.enum(REOPENING_KINDS),
  reason: z.string(),
});

export const revisionSchema = z.strictObject({
  label: z.string(),
  sequence: z.int().min(0),
  at: time,
  by: z.string(),
  stage: z.enum(REVISION_STAGES),
  note: z.string(),
  /** Whether its stage is the last. */
  approved: z.boolean(),
  /** Of an approved one: who opened the plan again, and why. */
  reopened: reopenedSchema.nullable(),
});

export const reviseSchema = z.strictObject({
  plan: planIdSchema,
  label: revisionLabelSchema,
  /** `draft` where nothing is said. */
  stage: z.exactOptional(z.enum(REVISION_STAGES)),
  note: z.exactOptional(text.max(2000)),
});

export const reopenSchema = z.strictObject({
  plan: planIdSchema,
  kind: z.enum(REOPENING_KINDS),
  reason: text.min(1).max(2000),
});

export type Revision = z.output<typeof revisionSchema>;

/** Whether a plan may be changed: not from its newest approval until somebody opens it again. */
export function isProtected(approval: Revision | null): approval is Revision {
  return approval !== null && approval.reopened === null;
}
