import { z } from 'zod';
import { FORM_IDS } from '../forms/form.ts';
import { answersSchema } from '../intake/answers.ts';
import { draftSchema } from '../intake/draft.ts';
import { readingSchema } from '../intake/reading.ts';
import { dongSchema, planIdSchema, textSchema } from '../plan/atoms-schema.ts';
import { changeLabelSchema, changeSchema, planEditsSchema } from '../plan/edit/schema.ts';
import { periodSchema, planSchema } from '../plan/schema.ts';
import { programmeTemplateSchema } from '../programmes/programme.ts';
import { backupSchema, backupSourceSchema, libraryStateSchema, restoreSchema } from './backups.ts';
import { bytesSchema } from './bytes.ts';
import { comparedSchema, comparedSidesSchema } from './comparing.ts';
import { DOCUMENT_FORMATS } from './documents.ts';
import { historyAskSchema, historyEntrySchema, laterSchema, stepSchema } from './history.ts';
import { planViewSchema, settingsSchema, someSettingsSchema } from './looks.ts';
import {
  exportPlanFileSchemas,
  importPlanFileSchemas,
  readPlanFileSchemas,
  takeOpenedFilesSchemas,
} from './plan-files.ts';
import { ownFormSchema, printSetSchema } from './printing.ts';
import { problemSchema } from './recovery.ts';
import { reopenSchema, reviseSchema, revisionLabelSchema, revisionSchema } from './revisions.ts';
import { keptWordingSchema, wordingTextSchema } from './wording.ts';

/**
 * The one contract between the officer's side and the machine: every method with the schema of what goes in and
 * what comes out. Hosts carry it (IPC, loopback HTTP); `electron/planner.ts` implements it; both sides of a border
 * check it. Every answer is a `Result`; a throw crosses a border as the refusal `internal`.
 */

const time = z.iso.datetime();
const title = textSchema.trim().min(1).max(500);
const nothing = z.strictObject({});
const sequence = z.int().min(0);

export const planSummarySchema = z.strictObject({
  id: planIdSchema,
  title: z.string(),
  programme: z.strictObject({ id: z.string(), title: z.string() }),
  period: periodSchema,
  total: dongSchema,
  /** ISO time of the last change. */
  changed: time,
});

export const openPlanSchema = z.strictObject({
  plan: planSchema,
  sequence,
  changed: time,
  undo: stepSchema.nullable(),
  redo: stepSchema.nullable(),
  /** Its newest approved revision, which protects it until it is opened again. */
  approval: revisionSchema.nullable(),
});

/** A change is on the disk. What was done is what the caller sent, so it does not come back. */
export const acknowledgedSchema = z.strictObject({
  sequence,
  changed: time,
  label: changeLabelSchema,
  undo: stepSchema.nullable(),
  redo: stepSchema.nullable(),
});

/** An undo or a redo is on the disk, with the edits that were made, so that the holder of the plan can follow them. */
export const steppedSchema = z.strictObject({ ...acknowledgedSchema.shape, edits: planEditsSchema });

const onePlan = z.strictObject({ plan: planIdSchema });
const onForm = z.strictObject({ plan: planIdSchema, form: z.enum(FORM_IDS) });
/** A form as it is officially, or whatever the officer set up to be printed. */
const toPrint = z.strictObject({
  ...onForm.shape,
  print: printSetSchema.optional(),
  /** As it was at this revision; as it is now where none is named. */
  revision: z.exactOptional(revisionLabelSchema),
});
const atBase = z.strictObject({ plan: planIdSchema, baseSequence: sequence });
/** Something to be said of a form before it is printed; worded by `shared/messages`. */
const noticeSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What a long call is doing: worded by the window. */
export const JOB_PHASES = ['waiting', 'reading', 'understanding', 'keeping', 'computing', 'writing'] as const;
export type JobPhase = (typeof JOB_PHASES)[number];
/** A name that the caller gives to a long call, to hear how far it is and to cancel it. */
const job = z.uuid();

/** A file, and what the officer answered to the questions that it leaves. */
const workbookIn = z.strictObject({
  name: z.string().max(500),
  bytes: bytesSchema,
  answers: answersSchema.optional(),
  job: job.optional(),
});

export const contract = {
  programmes: { input: nothing, output: z.array(programmeTemplateSchema) },
  listPlans: { input: nothing, output: z.array(planSummarySchema) },
  createPlan: {
    input: z.strictObject({
      programme: z.string().max(80),
      title,
      period: periodSchema,
      locality: textSchema.max(500),
    }),
    output: openPlanSchema,
  },
  createSample: { input: z.strictObject({ sample: z.string().max(80) }), output: openPlanSchema },
  openPlan: { input: onePlan, output: openPlanSchema },
  duplicatePlan: { input: z.strictObject({ plan: planIdSchema, title }), output: openPlanSchema },
  /** Takes a plan out of the list; `restorePlan` brings it back. */
  deletePlan: { input: onePlan, output: nothing },
  restorePlan: { input: onePlan, output: nothing },
  applyChange: {
    input: z.strictObject({ ...atBase.shape, change: changeSchema }),
    output: acknowledgedSchema,
  },
  undo: { input: atBase, output: steppedSchema },
  redo: { input: atBase, output: steppedSchema },
  /** Oldest first. */
  history: { input: historyAskSchema, output: z.array(historyEntrySchema) },
  /** Everybody whom the history names. */
  authors: { input: onePlan, output: z.array(z.string()) },
  /** What others did since a history row that the caller knows; null where nothing. Cheap enough to ask every second. */
  changesSince: {
    /** `changed`: when that row was written; another time is another history, as after a backup was restored. */
    input: z.strictObject({ plan: planIdSchema, sequence, changed: z.exactOptional(time) }),
    output: z.strictObject({ later: laterSchema.nullable(), approval: revisionSchema.nullable() }),
  },
  /** The plan as it was after a history row. */
  planAt: { input: z.strictObject({ plan: planIdSchema, sequence }), output: planSchema },
  revisions: { input: onePlan, output: z.array(revisionSchema) },
  /** Names the plan as it is now. An approved one is changed no more until it is opened again. */
  revise: { input: reviseSchema, output: revisionSchema },
  /** Opens an approved plan again, with a reason; refused where nothing protects it. Answers the approved revision. */
  reopen: { input: reopenSchema, output: revisionSchema },
  /** How a plan was last looked at on a form. */
  view: { input: onForm, output: z.strictObject({ view: planViewSchema }) },
  keepView: { input: z.strictObject({ ...onForm.shape, view: planViewSchema }), output: nothing },
  settings: { input: nothing, output: z.strictObject({ settings: settingsSchema }) },
  /** Keeps the settings that are named; the others stay. */
  keepSettings: { input: z.strictObject({ settings: someSettingsSchema }), output: nothing },
  /** The forms that the office made for itself, for any plan. */
  ownForms: { input: nothing, output: z.array(ownFormSchema).readonly() },
  /** Keeps a new form or a changed one; refused where another form has its name. */
  keepOwnForm: { input: z.strictObject({ form: ownFormSchema }), output: nothing },
  /** `keepOwnForm` brings it back. */
  deleteOwnForm: { input: z.strictObject({ id: ownFormSchema.shape.id }), output: nothing },
  exportWorkbook: {
    input: z.strictObject({ ...toPrint.shape, job: job.optional() }),
    output: z.strictObject({ name: z.string(), bytes: bytesSchema }),
  },
  /** A plan in another format; JSON is the whole plan, whatever the form. */
  exportDocument: {
    input: z.strictObject({ ...toPrint.shape, format: z.enum(DOCUMENT_FORMATS) }),
    output: z.strictObject({ name: z.string(), bytes: bytesSchema }),
  },
  /** A form as it will be printed: one HTML document without scripts, a section a page. */
  printPages: {
    input: toPrint,
    output: z.strictObject({
      html: z.string(),
      pages: z.int().min(1),
      notices: z.array(noticeSchema).readonly(),
    }),
  },
  /** Reads a workbook without keeping anything: a draft, or the questions that stand before it. */
  readWorkbook: {
    /** `brief`: of the draft's rows only those that somebody looks at. */
    input: z.strictObject({ ...workbookIn.shape, brief: z.boolean().optional() }),
    output: readingSchema,
  },
  /** Keeps what the columns of files with these headings are (`Reading.header`). */
  rememberColumns: {
    input: z.strictObject({
      header: z.string().min(1).max(200_000),
      columns: answersSchema.shape.columns.unwrap(),
    }),
    output: nothing,
  },
  /** Reads a workbook into a new plan, which the caller then opens; refused while it leaves a question open. */
  importWorkbook: {
    /** `sure`: only where there is nothing to look at first. */
    input: z.strictObject({ ...workbookIn.shape, sure: z.boolean().optional() }),
    output: z.strictObject({ plan: planIdSchema, title: z.string(), issues: draftSchema.shape.issues }),
  },
  /** Two plans, revisions or files held against each other, cell by cell; refused where a file leaves a question open. */
  compare: {
    /** `mostCells`: of the amounts of rows that differ so many are told; all are counted, and the total row's told. */
    input: z.strictObject({
      ...comparedSidesSchema.shape,
      mostCells: z.int().min(0).optional(),
      job: job.optional(),
    }),
    output: comparedSchema,
  },
  /** A comparison as a workbook: every change as a line, or as the adjustment form F5 over the period. */
  exportComparison: {
    input: z.strictObject({
      ...comparedSidesSchema.shape,
      as: z.enum(['changes', 'F5']),
      job: job.optional(),
    }),
    output: z.strictObject({ name: z.string(), bytes: bytesSchema }),
  },
  /** The text of a .docx or .txt file; nothing is kept. */
  readWording: {
    input: z.strictObject({ name: z.string().max(500), bytes: bytesSchema, job: job.optional() }),
    output: wordingTextSchema,
  },
  /** The same, kept as what a plan is held against. */
  openWording: {
    input: z.strictObject({
      ...onePlan.shape,
      name: z.string().max(500),
      bytes: bytesSchema,
      job: job.optional(),
    }),
    output: keptWordingSchema,
  },
  /** The wording that a plan is held against. */
  wording: { input: onePlan, output: z.strictObject({ wording: keptWordingSchema.nullable() }) },
  keepWording: {
    input: z.strictObject({ ...onePlan.shape, wording: keptWordingSchema.nullable() }),
    output: nothing,
  },
  /** The funding paragraphs of a plan as a Word document. */
  exportWording: { input: onePlan, output: z.strictObject({ name: z.string(), bytes: bytesSchema }) },
  /** How it stands with the library's safety: what a window has to say before anything else. */
  libraryState: { input: nothing, output: libraryStateSchema },
  /** The officer has read what a recovery found. */
  acknowledgeRecovery: { input: nothing, output: nothing },
  /** Newest first. */
  backups: { input: nothing, output: z.array(backupSchema) },
  /** Makes a backup now; `second` is why its copy in the second folder could not be made. */
  backUp: {
    input: nothing,
    output: z.strictObject({ backup: backupSchema, second: problemSchema.nullable() }),
  },
  /** The whole library as one file. */
  copyLibrary: { input: nothing, output: z.strictObject({ name: z.string(), bytes: bytesSchema }) },
  /** What taking a backup back would do; nothing is kept. */
  previewRestore: { input: z.strictObject({ backup: backupSourceSchema }), output: restoreSchema },
  /** Takes a backup back; `undo` is the backup of what there was before. */
  restoreBackup: {
    input: z.strictObject({ backup: backupSourceSchema }),
    output: z.strictObject({ restored: restoreSchema, undo: backupSchema }),
  },
  /** Everything in the library looked at, each plan held against its own history. */
  verifyLibrary: {
    input: nothing,
    output: z.strictObject({
      ok: z.boolean(),
      plans: z.int(),
      edits: z.int(),
      problems: z.array(problemSchema),
    }),
  },
  /** What whoever helps needs to know, as a .zip: no amounts and no names, but for those of the plan that is named. */
  exportHelpReport: {
    input: z.strictObject({ plan: planIdSchema.nullable() }),
    output: z.strictObject({ name: z.string(), bytes: bytesSchema }),
  },
  /** A plan as a .plkp file, to hand to somebody: with its history or without, locked by a password or not. */
  exportPlanFile: exportPlanFileSchemas,
  /** What is in a .plkp file; nothing is kept. */
  readPlanFile: readPlanFileSchemas,
  /** A .plkp file as a new plan, which the caller then opens; with its history where the file has it. */
  importPlanFile: importPlanFileSchemas,
  /** The plan files that the program was opened with, as by a double click, and that no window has taken yet. */
  takeOpenedFiles: takeOpenedFilesSchemas,
  /** How far a call is that was given this name: a part of one, or null where that is not known. */
  jobProgress: {
    input: z.strictObject({ job }),
    output: z.strictObject({ phase: z.enum(JOB_PHASES), done: z.number().min(0).max(1).nullable() }),
  },
  /** Ends a call as soon as it can: it then answers the refusal `job.cancelled` and has kept nothing. */
  cancelJob: { input: z.strictObject({ job }), output: nothing },
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;
export const METHODS = Object.keys(contract) as Method[];

export type OpenPlan = Output<'openPlan'>;
export type PlanSummary = z.output<typeof planSummarySchema>;
export type Acknowledged = Output<'applyChange'>;
export type Stepped = Output<'undo'>;
export type Step = z.output<typeof stepSchema>;
export type PlanView = z.output<typeof planViewSchema>;
export type Settings = z.output<typeof settingsSchema>;
