import { z } from 'zod';

/** What a row of a structure may carry of investment capital. `warn` is never a block: published plans differ. */
export const INVESTMENT_RULES = ['yes', 'warn', 'no'] as const;

/** Levels of the local budget. Districts ended on 1/7/2025. */
export const LOCAL_LEVELS = ['province', 'district', 'commune'] as const;

/** How a level prints its ordinals: `number` 2, `nested` 2.1 (after the parent's), `roman` II, `letter` b, `dash` -. */
export const ORDINAL_STYLES = ['number', 'nested', 'roman', 'letter', 'dash'] as const;

const text = z.string().trim().min(1);
const year = z.int().min(2000).max(2100);
const label = z.strictObject({ short: text, long: text });

const level = z.strictObject({
  name: text,
  ordinal: z.enum(ORDINAL_STYLES),
  /** What a row's own part of the code begins with (`TDA` in `DA4-TDA3`); may be empty (`ND03-02`). */
  codePrefix: z.string().regex(/^[A-Z]*$/),
  /** At least so many digits follow it, zeros in front. */
  codeDigits: z.int().min(1).max(3),
});

const row = z.strictObject({
  /** National code, stable whatever a province prints: `DA4-TDA3`. */
  code: z.string().regex(/^[A-Z]*\d+(-[A-Z]*\d+)*$/),
  /** The code of the row it belongs to; null at the top. */
  parent: z.string().nullable(),
  /** The official title, or the words known of it where `confirmed` is false. */
  name: text,
  investment: z.enum(INVESTMENT_RULES),
  /** Whether the title was seen in a source text. What was not is shown as editable, never as verified. */
  confirmed: z.boolean(),
});

/** A programme's structure as data (domain.md, "Facts that shape the model", 1). Rows in printed order, parents first. */
export const programmeTemplateSchema = z
  .strictObject({
    id: text,
    title: text,
    /** The document that sets the programme; null where there is none. */
    decision: text.nullable(),
    period: z.strictObject({ first: year, last: year }).refine(({ first, last }) => first <= last),
    capitalLabels: z.strictObject({ investment: label, recurrent: label }),
    localLevels: z.array(z.enum(LOCAL_LEVELS)).min(1).readonly(),
    /** From the top level down. A row's depth is that of its parent plus one. */
    levels: z.array(level).min(1).readonly(),
    /** What an officer should know of this data, in Vietnamese. */
    note: text,
    rows: z.array(row).readonly(),
  })
  .superRefine(({ rows, levels }, context) => {
    const depths = new Map<string, number>();
    for (const [index, { code, parent }] of rows.entries()) {
      const above = parent === null ? 0 : depths.get(parent);
      const refused = (message: string) =>
        context.addIssue({ code: 'custom', path: ['rows', index], message });
      if (above === undefined) refused(`${code}: its parent ${parent} does not precede it`);
      else if (above >= levels.length) refused(`${code}: deeper than the levels that are described`);
      if (depths.has(code)) refused(`${code}: used twice`);
      depths.set(code, (above ?? 0) + 1);
    }
  })
  .readonly();

export type ProgrammeTemplate = z.infer<typeof programmeTemplateSchema>;
export type ProgrammeRow = ProgrammeTemplate['rows'][number];
export type ProgrammeLevel = ProgrammeTemplate['levels'][number];
export type InvestmentRule = (typeof INVESTMENT_RULES)[number];
export type LocalLevel = (typeof LOCAL_LEVELS)[number];
export type OrdinalStyle = (typeof ORDINAL_STYLES)[number];
