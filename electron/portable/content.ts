import { z } from 'zod';
import { type KeptWording, keptWordingSchema } from '../../shared/api/wording.ts';
import { planFileJson } from '../../shared/intake/plan-file.ts';
import { textSchema } from '../../shared/plan/atoms-schema.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { withoutHiddenMarks } from '../../shared/text/hidden-marks.ts';
import type { Past } from '../store/past.ts';

const MOST_STEPS = 500_000;
const MOST_REVISIONS = 10_000;

const time = z.iso.datetime();
const name = textSchema.max(500);
const place = z.int().min(0).max(MOST_STEPS);
/** Stored texts are sealed as they are: one that would have to change on its way in is not taken. */
const sealedName = z
  .string()
  .max(500)
  .refine((text) => withoutHiddenMarks(text) === text);

const stepSchema = z.strictObject({
  sequence: place,
  at: time,
  by: sealedName,
  kind: z.enum(['create', 'change', 'undo', 'redo']),
  label: z.string(),
  edits: z.string(),
  inverse: z.string(),
  undoes: place.nullable(),
  undo_top: place.nullable(),
  redo_top: place.nullable(),
  seal: z.string().max(50),
});

const pastSchema = z.strictObject({
  snapshot: z.string(),
  rows: z.array(stepSchema).min(1).max(MOST_STEPS),
  revisions: z
    .array(
      z.strictObject({
        label: name.min(1),
        sequence: place,
        at: time,
        stage: z.enum(['draft', 'submitted', 'approved']),
        by: name,
        note: textSchema,
      }),
    )
    .max(MOST_REVISIONS),
  reopenings: z
    .array(
      z.strictObject({
        label: name.min(1),
        at: time,
        by: name,
        kind: z.enum(['adjust', 'supplement', 'correct']),
        reason: textSchema,
      }),
    )
    .max(MOST_REVISIONS),
});

/** What a .plkp file holds, packed, as JSON. The plan is checked by the reader of plans. */
export const contentSchema = z.strictObject({
  /** Who made the file, and when. */
  by: name,
  at: time,
  plan: z.unknown(),
  wording: z
    .strictObject({
      ...keptWordingSchema.shape,
      name: keptWordingSchema.shape.name.unwrap().overwrite(withoutHiddenMarks).nullable(),
      text: keptWordingSchema.shape.text.overwrite(withoutHiddenMarks),
    })
    .nullable(),
  past: pastSchema.nullable(),
});

/** A past as a file tells it: of the plan that the file names. */
export type StatedPast = z.output<typeof pastSchema>;

/** What is written of a plan. */
export interface PortablePlan {
  readonly by: string;
  readonly at: Date;
  readonly plan: Plan;
  readonly wording: KeptWording | null;
  readonly past: Past | null;
}

/** As UTF-8. */
export function writeContent({ by, at, plan, wording, past }: PortablePlan): Uint8Array {
  const json: z.input<typeof contentSchema> = {
    by: withoutHiddenMarks(by),
    at: at.toISOString(),
    plan: planFileJson(plan),
    wording,
    past: past && {
      snapshot: past.snapshot,
      rows: past.rows.map(({ plan: _, ...row }) => row),
      revisions: [...past.revisions],
      reopenings: [...past.reopenings],
    },
  };
  return new TextEncoder().encode(JSON.stringify(json));
}
