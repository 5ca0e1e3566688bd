import type { Selector } from '../../engine/selector.ts';
import { formById } from '../../forms/catalogue.ts';
import { layoutColumns } from '../../forms/columns.ts';
import { FORM_IDS, type FormId } from '../../forms/form.ts';
import type { Dong } from '../../money/dong.ts';
import { ordinalsOf } from '../../plan/ordinals.ts';
import type { Plan } from '../../plan/plan.ts';
import { columnLetters } from '../cell-address.ts';
import type { Draft, Issue } from '../draft.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import { type MadeTable, selectorOf } from './foreign-totals.ts';
import { idOfMeaning, LEFT_OUT, NOTE_COLUMN } from './heading/column-id.ts';
import type { ColumnMeaning } from './heading/meaning.ts';
import type { MatchedRow } from './match-programme.ts';
import type { ForeignTable } from './read-table.ts';
import type { AmountColumn } from './table-row.ts';

/** What was understood, for the officer to look at: columns, rows, and what is to be said of them. */
export function draftOf(
  made: MadeTable,
  matched: readonly MatchedRow[],
  issues: Issue[],
  mostRows: number,
): Draft {
  const { table, plan, unit } = made;
  const form = formOf(table.amounts);
  const ids = columnIds(form, plan);
  const idOf = ({ meaning }: AmountColumn): string =>
    ids.get(selectorKey(selectorOf(meaning, plan))) ?? idOfMeaning(meaning);
  const byColumn = new Map(table.amounts.map((column) => [column.column, idOf(column)] as const));
  return {
    form,
    unit,
    columns: draftColumns(table.heading, byColumn),
    rows: draftRows(made, matched, idOf).slice(0, mostRows),
    issues,
    plan,
  };
}

/** What each column was taken for; `ids` are those of the amount columns, where they are known by now. */
export function draftColumns(
  { columns }: ForeignTable['heading'],
  ids: ReadonlyMap<number, string> = new Map(),
): Draft['columns'] {
  return columns.map(({ column, path, meaning }) => ({
    ref: columnLetters(column),
    id: ids.get(column) ?? idOf(meaning),
    header: [...path],
  }));
}

function idOf(meaning: ColumnMeaning): string | null {
  switch (meaning.kind) {
    case 'label':
      return meaning.label;
    case 'amount':
      return meaning.years === null ? null : idOfMeaning(meaning);
    case 'unknown':
      return NOTE_COLUMN;
    case 'leftOut':
      return LEFT_OUT;
    default:
      return meaning satisfies never;
  }
}

/** F1 shows one year and the period, F2 every year. */
function formOf(columns: readonly AmountColumn[]): FormId | null {
  if (columns.some(({ meaning }) => meaning.years === 'oneYear')) return 'F1';
  return columns.some(({ meaning }) => typeof meaning.years === 'number') ? 'F2' : null;
}

function columnIds(form: FormId | null, plan: Plan): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const id of form ? [form] : FORM_IDS) {
    for (const column of layoutColumns(formById(id), plan).columns) {
      const key = selectorKey(column.selector);
      if (!ids.has(key)) ids.set(key, column.id);
    }
  }
  return ids;
}

function selectorKey({ years, source, capital }: Selector): string {
  return `${years} ${source} ${capital}`;
}

function draftRows(
  { table, plan, unit, numbers }: MadeTable,
  matched: readonly MatchedRow[],
  idOf: (column: AmountColumn) => string,
): Draft['rows'] {
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  return table.rows
    .filter(({ kind }) => kind === 'row')
    .flatMap((line, at) => {
      const row = plan.rows[at];
      if (!row) return [];
      const cells = table.amounts.map((column): [string, Dong | null] => {
        const read = foreignCellAmount(line.cells.get(column.column), unit, numbers);
        return [idOf(column), read.ok ? read.value : null];
      });
      return [
        {
          ref: line.ref,
          ordinal: ordinals[at] ?? '',
          code: row.code,
          name: row.name,
          matched: matched[at]?.code === row.code ? (matched[at]?.confidence ?? 0) : 0,
          cells: Object.fromEntries(cells),
        },
      ];
    });
}
