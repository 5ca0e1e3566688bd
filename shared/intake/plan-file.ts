import { z } from 'zod';
import { Totals } from '../engine/totals.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import { type Plan, parseLeafKey } from '../plan/plan.ts';
import { planSchema } from '../plan/schema.ts';
import { leafSources } from '../plan/sources.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import type { Draft } from './draft.ts';
import { planStructureFault } from './structure-fault.ts';

/** A plan as a file of its own (docs/plan.schema.json): everything of it but its history. */
export const PLAN_FORMAT = 'phu-luc-kinh-phi/plan';
export const PLAN_VERSION = 1;

export const planFileSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_VERSION),
  plan: planSchema,
});

/** Just enough to know whose file it is, of which version, and how many rows state amounts. */
const wrapperSchema = z.looseObject({
  format: z.literal(PLAN_FORMAT),
  version: z.int().min(1),
  plan: z.looseObject({ amounts: z.array(z.unknown()).catch([]) }).catch({ amounts: [] }),
});

/** The plan as JSON text. The same plan gives the same text. */
export function writePlanFile(plan: Plan): string {
  return `${JSON.stringify(planFileJson(plan), null, 2)}\n`;
}

/** The same as a JSON value, to stand within another file. */
export function planFileJson(plan: Plan): z.input<typeof planFileSchema> {
  return z.encode(planFileSchema, { format: PLAN_FORMAT, version: PLAN_VERSION, plan });
}

/** Whether bytes are meant as JSON: their first sign that is no blank opens an object. */
export function looksLikePlanFile(bytes: Uint8Array): boolean {
  const first = bytes.find((byte, at) => !BLANKS.has(byte) && !(at < BOM.length && byte === BOM[at]));
  return first === OPENING_BRACE;
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const BOM: readonly number[] = [0xef, 0xbb, 0xbf];
const OPENING_BRACE = 0x7b;

/**
 * The plan of a JSON file; `file` is its name, for messages. Refused with what it is where it is no plan of ours, of a
 * newer version, or broken, naming the place.
 */
export function readPlanFile(file: string, text: string): Result<Plan> {
  const json = parsed(text.replace(/^\uFEFF/, ''));
  return json === undefined ? refuse('planFile.notJson', { file }) : readPlanJson(file, json);
}

/** The same of a JSON value that was parsed already. */
export function readPlanJson(file: string, json: unknown): Result<Plan> {
  const wrapper = wrapperSchema.safeParse(json);
  if (!wrapper.success) return refuse('planFile.notOurs', { file });
  const { version } = wrapper.data;
  if (version > PLAN_VERSION) return refuse('planFile.newer', { file, version, known: PLAN_VERSION });
  const read = planFileSchema.safeParse(json);
  if (!read.success) {
    return refuse('planFile.broken', { file, where: placeOf(read.error.issues[0]) });
  }
  const { plan } = read.data;
  const fault = planStructureFault(plan) ?? amountsFault(plan, wrapper.data.plan.amounts.length);
  if (fault !== null) return refuse('planFile.broken', { file, where: `plan.${fault}` });
  const totals = Totals.of(plan);
  return totals.ok ? ok(plan) : totals;
}

/** A plan file as what an import makes: there is nothing to guess, so there are no columns, rows or issues to look at. */
export function readPlanDraft(file: string, text: string): Result<Draft> {
  const plan = readPlanFile(file, text);
  if (!plan.ok) return plan;
  const { unit } = plan.value.header;
  return ok({ form: null, unit, columns: [], rows: [], issues: [], plan: plan.value });
}

/** What keeps a plan that its schema took from being one: a place in it, or null. `deepest` is in levels of rows. */
export function planFault(plan: Plan, deepest?: number): string | null {
  return planStructureFault(plan, deepest) ?? amountsFault(plan, plan.amounts.size);
}

/** What keeps amounts from being a plan's: they belong to leaf rows, to kinds that a leaf source has, to its period. */
function amountsFault(plan: Plan, stated: number): 'amounts' | null {
  const outline = outlineOf(plan.rows);
  const leaves = new Set(plan.rows.filter((_, at) => isLeafAt(outline, at)).map((row) => row.id));
  const sources = new Map(leafSources(plan.sources).map((source) => [source.id, source]));
  const { first, last } = plan.period;
  // A row that is stated twice would lose amounts.
  if (plan.amounts.size !== stated) return 'amounts';
  for (const [row, own] of plan.amounts) {
    if (!leaves.has(row) || own.size === 0) return 'amounts';
    for (const [key, amount] of own) {
      const { year, source, capital } = parseLeafKey(key);
      const held = sources.get(source)?.capitals.includes(capital) ?? false;
      if (!held || year < first || year > last || amount === 0n) return 'amounts';
    }
  }
  return null;
}

/** The first place that is wrong: "plan.rows.2.name", or the key that no plan has. */
function placeOf(issue: z.core.$ZodIssue | undefined): string {
  const stranger = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...stranger].join('.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
