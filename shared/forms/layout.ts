import type { Selector } from '../engine/selector.ts';
import { type Address, addressOf, type Shape } from '../engine/shape.ts';
import { GRAND_TOTAL } from '../engine/totals.ts';
import type { Year } from '../plan/ids.ts';
import { ordinalsOf } from '../plan/ordinals.ts';
import { childrenAt, isLeafAt, outlineOf } from '../plan/outline.ts';
import { type PlanFrame, type Source, yearsOf } from '../plan/plan.ts';
import { leafSources, leavesUnder } from '../plan/sources.ts';
import { fillTitle, type LaidColumns, layoutColumns, type SelectingColumn } from './columns.ts';
import type { Form, TotalRowRule } from './form.ts';
import type { FormRow, Heading } from './table.ts';

/**
 * A form laid out for a plan: its columns and lines without their amounts. It holds while rows, sources and period
 * stay as they are; `readCell` then reads any cell from the totals as they are now.
 */
export interface FormLayout {
  readonly form: Form;
  readonly headings: readonly Heading[];
  readonly columns: readonly LaidColumn[];
  readonly lines: readonly Line[];
  readonly shape: Shape;
  readonly sources: readonly Source[];
}

export interface LaidColumn extends SelectingColumn {
  readonly address: Address;
  /** Where the same money stands for the whole period: what a period total row shows in a one-year column. */
  readonly periodAddress: Address;
  /** The leaf sources whose money the column can hold. */
  readonly sources: readonly Source[];
  /** Whether a source of the column funds the years it shows: otherwise it is not applicable. */
  readonly funded: boolean;
  /** The years that typing into it sets. */
  readonly typedYears: readonly Year[];
}

export interface Line extends Omit<FormRow, 'cells'> {
  /** Index into `plan.rows`, or `GRAND_TOTAL`. */
  readonly at: number;
  /** The lines whose amounts make this one's, column by column. */
  readonly parts: readonly number[];
  /** For a total row, its rule. */
  readonly rule: TotalRowRule | null;
}

export interface LayoutChoice {
  /** Where total rows stand. */
  readonly totals: 'first' | 'last';
  /** Which of the form's columns, in which order; all of them where it is not given. */
  readonly choose?: (laid: LaidColumns) => LaidColumns;
}

export function layoutForm(
  form: Form,
  plan: PlanFrame,
  shape: Shape,
  { totals, choose = (laid) => laid }: LayoutChoice = { totals: 'last' },
): FormLayout {
  const { headings, columns } = choose(layoutColumns(form, plan));
  return {
    form,
    headings,
    columns: columns.map((column) => laid(column, plan, shape)),
    lines: layoutLines(form, plan, totals),
    shape,
    sources: plan.sources,
  };
}

function laid(column: SelectingColumn, plan: PlanFrame, shape: Shape): LaidColumn {
  const { selector } = column;
  const sources = sourcesOf(selector, plan);
  return {
    ...column,
    address: addressOf(shape, selector),
    periodAddress: addressOf(shape, { ...selector, years: 'period' }),
    sources,
    funded: sources.some((source) => funds(source, selector.years)),
    typedYears: column.leaf ? typedYears(sources, selector.years, plan) : [],
  };
}

function sourcesOf({ source, capital }: Selector, plan: PlanFrame): Source[] {
  const leaves = leafSources(plan.sources);
  const chosen =
    source === 'all'
      ? leaves
      : source === 'budget'
        ? leaves.filter((leaf) => leaf.group !== 'other')
        : leavesUnder(plan.sources, source);
  return chosen.filter((leaf) => capital === 'all' || leaf.capitals.includes(capital));
}

function funds(source: Source, years: Selector['years']): boolean {
  return typeof years === 'number' ? source.years.includes(years) : source.years.length > 0;
}

function typedYears(sources: readonly Source[], years: Selector['years'], plan: PlanFrame): readonly Year[] {
  if (years === 'period') return [];
  if (typeof years === 'number') return yearsOf(plan.period).filter((year) => year === years);
  return sources[0]?.years ?? [];
}

function layoutLines(form: Form, plan: PlanFrame, totals: LayoutChoice['totals']): Line[] {
  const outline = outlineOf(plan.rows);
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  const oneYear = plan.period.first === plan.period.last;
  const titled = form.totalRows.flatMap((rule) => {
    const title = oneYear ? rule.inOneYearPlan : rule.title;
    return title === null ? [] : [{ rule, title }];
  });
  // Lines refer to each other by their places: total rows that come first move all others down.
  const offset = totals === 'first' ? titled.length : 0;
  const placed = (parts: readonly number[]): number[] => parts.map((part) => part + offset);
  const lines = plan.rows.map(
    (row, at): Line => ({
      kind: 'row',
      id: row.id,
      ordinal: ordinals[at] ?? '',
      code: row.code,
      name: row.name,
      level: outline.level[at] ?? 1,
      leaf: isLeafAt(outline, at),
      note: row.note,
      at,
      parts: placed(childrenAt(outline, at)),
      rule: null,
    }),
  );
  const tops = placed(childrenAt(outline, GRAND_TOTAL));
  const totalLines = titled.map(
    ({ rule, title }): Line => ({
      kind: 'total',
      id: null,
      ordinal: '',
      code: rule.code,
      name: fillTitle(title, plan),
      level: 0,
      leaf: false,
      note: '',
      at: GRAND_TOTAL,
      parts: tops,
      rule,
    }),
  );
  return totals === 'first' ? [...totalLines, ...lines] : [...lines, ...totalLines];
}
