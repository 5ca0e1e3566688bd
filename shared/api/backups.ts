import { z } from 'zod';
import { dongSchema } from '../plan/atoms-schema.ts';
import { bytesSchema } from './bytes.ts';
import { problemSchema, recoverySchema } from './recovery.ts';

/** What a backup was made for. */
export const BACKUP_REASONS = ['start', 'schedule', 'migration', 'restore', 'import', 'manual'] as const;

export const backupSchema = z.strictObject({
  /** The file's name in the folder of backups, by which it is asked for. */
  name: z.string(),
  at: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  bytes: z.int().min(0),
});

/** A backup of the list, or a file from elsewhere. */
export const backupSourceSchema = z.union([
  z.strictObject({ name: z.string().min(1).max(200) }),
  z.strictObject({ title: z.string().max(500), bytes: bytesSchema }),
]);

/** A plan as one library has it. */
export const planPointSchema = z.strictObject({
  sequence: z.int().min(0),
  total: dongSchema,
  changed: z.iso.datetime(),
});

/** What a restore does to one plan; a plan that stays as it is is not among them. */
export const restoredPlanSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Null where the library does not have it. */
  before: planPointSchema.nullable(),
  /** Null where the backup does not have it: the plan goes. */
  after: planPointSchema.nullable(),
});

export const restoreSchema = z.strictObject({
  plans: z.array(restoredPlanSchema),
  /** How many plans are the same in both. */
  same: z.int().min(0),
});

/** How it stands with the library's safety. */
export const libraryStateSchema = z.strictObject({
  folder: z.string(),
  /** The version that is needed to write, where it is newer than this program's. */
  newer: z.int().nullable(),
  recovery: recoverySchema.nullable(),
  /** The newest backup. */
  backup: backupSchema.nullable(),
  /** Why the last automatic backup, or its copy in the second folder, could not be made. */
  problem: problemSchema.nullable(),
});

export type Backup = z.output<typeof backupSchema>;
export type BackupReason = (typeof BACKUP_REASONS)[number];
export type Restore = z.output<typeof restoreSchema>;
export type RestoredPlan = z.output<typeof restoredPlanSchema>;
export type LibraryState = z.output<typeof libraryStateSchema>;
