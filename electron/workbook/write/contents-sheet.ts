import type { FormTable } from '../../../shared/forms/table.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { printedTitle } from '../../../shared/print/furniture.ts';
import { PLAIN, textHeight } from './cell-style.ts';
import { laidOut } from './laid-out.ts';
import type { CellStyle, PlacedCell, SheetModel } from './sheet-model.ts';
import { sheetName } from './sheet-name.ts';

/** In points: the number of the appendix, its sheet, what it shows. */
const WIDTHS = [60, 150, 420] as const;
const FIRST_LINE = 4;

/** What a workbook of several forms holds: their numbers, sheets and names. */
export function contentsSheet(plan: Plan, tables: readonly FormTable[]): SheetModel {
  const title: CellStyle = { ...PLAIN, size: 14, bold: true, align: 'center' };
  const head: CellStyle = { ...PLAIN, bold: true, align: 'center', border: 'thin' };
  const body: CellStyle = { ...PLAIN, border: 'thin' };
  const lines: readonly (readonly [row: number, texts: readonly string[], style: CellStyle])[] = [
    [1, [printedTitle(plan.header.title)], title],
    [FIRST_LINE - 1, ['Phụ lục', 'Trang tính', 'Nội dung'], head],
    ...tables.map(
      ({ number, form, caption }, at) => [FIRST_LINE + at, [number, sheetName(form), caption], body] as const,
    ),
  ];
  const width = WIDTHS.reduce((sum, one) => sum + one, 0);
  const cells = lines.flatMap(([row, texts, style]): PlacedCell[] =>
    texts.map((text, at) => ({
      row,
      column: at + 1,
      content: text === '' ? { kind: 'empty' } : { kind: 'text', text },
      style: at === 0 ? { ...style, align: 'center' } : style,
    })),
  );
  const heights = new Map(
    lines.map(([row, texts, style]) => [
      row,
      Math.max(
        ...texts.map((text, at) => textHeight(text, style, texts.length === 1 ? width : (WIDTHS[at] ?? 0))),
      ),
    ]),
  );
  const last = FIRST_LINE + tables.length - 1;
  return {
    name: 'Mục lục',
    hidden: false,
    rows: { [Symbol.iterator]: () => laidOut(cells, heights)[Symbol.iterator]() },
    lastRow: last,
    lastColumn: WIDTHS.length,
    merges: [{ top: 1, left: 1, bottom: 1, right: WIDTHS.length }],
    columnWidths: WIDTHS,
    frozen: null,
    zoom: 100,
    print: {
      paper: 'A4',
      area: { top: 1, left: 1, bottom: last, right: WIDTHS.length },
      titleRows: { first: FIRST_LINE - 1, last: FIRST_LINE - 1 },
      titleColumns: null,
      breaksAfter: [],
      breakAfterRow: null,
      numberedAnew: true,
    },
  };
}
