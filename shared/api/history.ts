import { z } from 'zod';
import { planIdSchema, rowIdSchema } from '../plan/atoms-schema.ts';
import type { PlanEdit } from '../plan/edit/edit.ts';
import { changeLabelSchema, planEditsSchema } from '../plan/edit/schema.ts';

/** What a plan's history is asked and what it answers. */

const sequence = z.int().min(0);
const time = z.iso.datetime();

/** What undo or redo would act on next. */
export const stepSchema = z.strictObject({ sequence, label: changeLabelSchema });

/** The kinds of history rows that an officer looks for: by what they changed, and what was taken back or done again. */
export const HISTORY_SUBJECTS = ['amounts', 'rows', 'plan', 'review', 'steps'] as const;
export type HistorySubject = (typeof HISTORY_SUBJECTS)[number];

/** The kinds of edits that make a subject; `steps` are undo and redo, whatever they did. */
export const SUBJECT_EDITS: Readonly<Record<HistorySubject, readonly PlanEdit['kind'][]>> = {
  amounts: ['setAmounts'],
  rows: ['insertRows', 'removeRows', 'moveRow', 'updateRow'],
  plan: ['setHeader', 'setPeriod', 'setProgramme', 'addSource', 'removeSource', 'updateSource'],
  review: ['setCounterpart', 'setAcceptance', 'addControlSet', 'removeControlSet', 'updateControlSet'],
  steps: [],
};

/** Which rows of a history are wanted; all of them where nothing is said. */
export const historyAskSchema = z.strictObject({
  plan: planIdSchema,
  /** In its words or its author, without case and diacritics. */
  search: z.exactOptional(z.string().max(500)),
  /** Whose edits touch this row of the plan. */
  row: z.exactOptional(rowIdSchema),
  by: z.exactOptional(z.string().max(200)),
  subject: z.exactOptional(z.enum(HISTORY_SUBJECTS)),
  /** Older than this history row. */
  before: z.exactOptional(sequence),
  /** The newest so many of what is wanted. */
  limit: z.exactOptional(z.int().min(1).max(100_000)),
});

export const historyEntrySchema = z.strictObject({
  sequence,
  at: time,
  by: z.string(),
  kind: z.enum(['create', 'change', 'undo', 'redo']),
  label: changeLabelSchema,
  /** The history row that an undo takes back; for a redo, the undo. */
  undoes: sequence.nullable(),
  /** Whether it is taken back as the plan stands. */
  undone: z.boolean(),
});

/** What was done to a plan since a row of its history. */
export const laterSchema = z.strictObject({
  sequence,
  changed: time,
  undo: stepSchema.nullable(),
  redo: stepSchema.nullable(),
  /** Oldest first, as edits to follow; null where they are too many: the plan is then opened again. */
  changes: z
    .array(
      z.strictObject({
        by: z.string(),
        kind: historyEntrySchema.shape.kind,
        label: changeLabelSchema,
        edits: planEditsSchema,
      }),
    )
    .nullable(),
});

export type HistoryAsk = z.output<typeof historyAskSchema>;
export type HistoryEntry = z.output<typeof historyEntrySchema>;
export type Later = z.output<typeof laterSchema>;
