import type { SheetView } from './foreign/sheet-view.ts';
import type { RawValue } from './raw-workbook.ts';
import type { SheetExcerpt } from './reading.ts';

/** More rows and columns than these nobody compares by eye; the rest is counted. */
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 160;
const LONGEST_TEXT = 300;

/** The beginning of a sheet as texts, for looking at beside what was understood of it. */
export function excerptOf(view: SheetView, heading: SheetExcerpt['heading']): SheetExcerpt {
  const rows: SheetExcerpt['rows'] = [];
  const last = Math.min(view.lastRow, MOST_ROWS);
  for (let ref = 1; ref <= last; ref++) {
    const columns = view.columnsOf(ref).filter((column) => column <= MOST_COLUMNS);
    const cells: string[] = Array.from({ length: columns.at(-1) ?? 0 }, () => '');
    for (const column of columns) cells[column - 1] = shown(view.cell(ref, column)?.value);
    rows.push({ ref, cells });
  }
  return { sheet: view.name, rows, heading, more: Math.max(0, view.lastRow - last) };
}

function shown(value: RawValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return value.text.length > LONGEST_TEXT ? `${value.text.slice(0, LONGEST_TEXT)}…` : value.text;
    case 'number':
      return `${value.number}`.replace('.', ',');
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    case 'date':
      return '(ngày)';
    case 'unknown':
      return '(công thức)';
    default:
      return value satisfies never;
  }
}
