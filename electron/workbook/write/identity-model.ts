import { IDENTITY_SHEET, type IdentityLine } from '../../../shared/intake/identity-sheet.ts';
import { PLAIN } from './cell-style.ts';
import type { CellContent, SheetCell, SheetModel, SheetRow } from './sheet-model.ts';
import type { PartialSum } from './total-formulas.ts';

const STYLE = { ...PLAIN, wrap: false };

/** Partial sums follow the identity's lines, after a line that explains them. */
export function firstPartialRow(lines: readonly IdentityLine[]): number {
  return lines.length + 2;
}

/**
 * The hidden sheet: the identity's lines, then partial sums of very long totals. Those come up while the appendix's
 * rows are made, so these rows are asked for after them.
 */
export function identityModel(lines: readonly IdentityLine[], partials: readonly PartialSum[]): SheetModel {
  return {
    name: IDENTITY_SHEET,
    hidden: true,
    rows: {
      *[Symbol.iterator]() {
        for (const [at, line] of lines.entries()) yield rowOf(at + 1, line.map(contentOf));
        if (partials.length > 0) yield rowOf(lines.length + 1, [textOf(EXPLAINED)]);
        for (const [at, partial] of partials.entries()) {
          const cells: CellContent[] = [textOf('tong_rieng'), { kind: 'formula', ...partial }];
          yield rowOf(firstPartialRow(lines) + at, cells);
        }
      },
    },
    lastRow: lines.length,
    lastColumn: COLUMN_WIDTHS.length,
    merges: [],
    columnWidths: COLUMN_WIDTHS,
    frozen: null,
    zoom: 100,
    print: null,
  };
}

const COLUMN_WIDTHS = [72, 96, 96, 72, 96, 240];
const EXPLAINED = '# tong_rieng: từng phần của một tổng quá dài cho một công thức';

function rowOf(row: number, contents: readonly CellContent[]): SheetRow {
  const cells = contents.map((content, at): SheetCell => ({ column: at + 1, content, style: STYLE }));
  return { row, height: null, cells };
}

function textOf(text: string): CellContent {
  return { kind: 'text', text };
}

function contentOf(value: string | number): CellContent {
  if (typeof value === 'number') return { kind: 'number', number: value };
  return value === '' ? { kind: 'empty' } : textOf(value);
}
