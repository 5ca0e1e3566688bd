import type { LaidColumns, SelectingColumn } from './columns.ts';
import { FORM_IDS, type FormId } from './form.ts';
import { REPORT_IDS } from './print-choice.ts';
import type { Heading } from './table.ts';

/**
 * A form that an office made for itself, as data: which columns of F1 or F2, in which order. Columns are named as in any
 * period: those of every year are `each.…`, so that the form serves every plan.
 */
export interface OwnForm {
  readonly id: string;
  /** As its sheet and the list of forms name it. */
  readonly name: string;
  readonly base: FormId;
  /** Keys of columns (`columnKey`) in printed order; a column that is not here is not printed. */
  readonly columns: readonly string[];
  /** Years whose blocks are not printed. */
  readonly hiddenYears: readonly number[];
  /** Whether opened sources show their sub-sources, or only what they are together. */
  readonly subSources: boolean;
}

/** Whether a form's name is that of another own form or of an official one, which lists could not tell apart then. */
export function isNameTaken({ id, name }: Pick<OwnForm, 'id' | 'name'>, others: readonly OwnForm[]): boolean {
  const taken = others.filter((other) => other.id !== id).map((other) => other.name);
  return [...FORM_IDS, ...REPORT_IDS, ...taken].some((other) => other.toLowerCase() === name.toLowerCase());
}

/** A column's id in any period: `2024.central.total` is `each.central.total`. */
export function columnKey(id: string): string {
  return id.replace(/^\d{4}(?=\.)/, 'each');
}

/** The columns that an own form prints, in its order; year blocks stay in the order of the years. */
export function chosenColumns({ columns, hiddenYears, subSources }: OwnForm, laid: LaidColumns): LaidColumns {
  const order = new Map(columns.map((key, at) => [key, at] as const));
  const shown = laid.columns.filter(({ id, selector }) => {
    const hidden = typeof selector.years === 'number' && hiddenYears.includes(selector.years);
    return !hidden && order.has(columnKey(id)) && (subSources || !isSubSource(selector.source));
  });
  const blocks = [...Map.groupBy(shown, ({ block }) => block).values()];
  const placeOf = ({ id }: SelectingColumn): number => order.get(columnKey(id)) ?? 0;
  const first = (block: readonly SelectingColumn[]): number => Math.min(...block.map(placeOf));
  const sorted = blocks
    .map((block) => block.toSorted((one, other) => placeOf(one) - placeOf(other)))
    // Blocks of one kind, the years, have the same place: the sort keeps their order.
    .toSorted((one, other) => first(one) - first(other))
    .flat();
  return { columns: sorted, headings: headingsOf(sorted) };
}

/** Exactly these columns, by their ids and in this order. */
export function withColumns(ids: readonly string[], laid: LaidColumns): LaidColumns {
  if (ids.length === laid.columns.length && laid.columns.every(({ id }, at) => id === ids[at])) return laid;
  const columns = ids.flatMap((id) => laid.columns.filter((column) => column.id === id));
  return { columns, headings: headingsOf(columns) };
}

export function isSubSource(source: string): boolean {
  return !['all', 'budget', 'central', 'local', 'other'].includes(source);
}

/** Headings over columns in any order: neighbours under the same titles share them. */
export function headingsOf(columns: readonly Pick<SelectingColumn, 'id' | 'path'>[], depth = 0): Heading[] {
  const headings: Heading[] = [];
  for (let at = 0; at < columns.length; ) {
    const column = columns[at];
    if (!column) break;
    const title = column.path[depth] ?? '';
    if (column.path.length === depth + 1) {
      headings.push({ title, column: column.id });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (columns[end]?.path[depth] === title && (columns[end]?.path.length ?? 0) > depth + 1) end += 1;
    headings.push({ title, children: headingsOf(columns.slice(at, end), depth + 1) });
    at = end;
  }
  return headings;
}
