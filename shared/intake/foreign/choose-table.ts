import { cellAddress } from '../cell-address.ts';
import type { RawSheet } from '../raw-workbook.ts';
import type { Question } from '../reading.ts';
import type { HeadedColumn } from './find-heading.ts';
import { findTables, type TablePlace } from './find-tables.ts';
import { readTable } from './read-table.ts';
import { SheetView } from './sheet-view.ts';

/** A table of a workbook, and the name by which an answer chooses it. */
export interface FoundTable {
  readonly view: SheetView;
  readonly place: TablePlace;
  /** "Biểu 1!A7". */
  readonly name: string;
}

/** The tables with rows, of the sheets that the file shows, in their order. */
export function tablesOf(sheets: readonly RawSheet[]): FoundTable[] {
  return sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => {
      const view = new SheetView(sheet);
      return findTables(view).map((place) => {
        const column = place.heading.columns[0]?.column ?? 1;
        return { view, place, name: `${sheet.name}!${cellAddress(place.heading.top, column)}` };
      });
    })
    .filter(({ view, place }) => readTable(view, place).rows.some(({ kind }) => kind === 'row'));
}

/**
 * The table to read: the one that was answered; the only one; else the only one that tells sources or kinds apart, for a
 * table of totals alone is a summary of another. Null where it is to be asked.
 */
export function chosenTable(tables: readonly FoundTable[], answer: string | undefined): FoundTable | null {
  const answered = tables.find(({ name }) => name === answer);
  if (answered) return answered;
  const [only, ...others] = tables;
  if (only && others.length === 0) return only;
  const [detailed, ...more] = tables.filter(({ place }) => place.heading.columns.some(isDetail));
  return detailed && more.length === 0 ? detailed : null;
}

function isDetail({ meaning }: HeadedColumn): boolean {
  return (
    meaning.kind === 'amount' &&
    meaning.years !== 'period' &&
    meaning.source !== 'all' &&
    meaning.source !== 'budget'
  );
}

export function tableQuestion(tables: readonly FoundTable[]): Question {
  return {
    id: 'table',
    code: 'question.table',
    params: { count: tables.length },
    options: tables.map(({ name }) => name),
  };
}
