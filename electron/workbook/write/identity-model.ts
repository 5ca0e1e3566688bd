import { IDENTITY_SHEET, type IdentityLine } from '../../../shared/intake/identity-sheet.ts';
import { PLAIN } from './cell-style.ts';
import type { CellContent, SheetCell, SheetModel } from './sheet-model.ts';
import { PARTIAL_COLUMN, type PartialSum } from './total-formulas.ts';

const STYLE = { ...PLAIN, wrap: false };

/** Partial sums follow the identity's lines, after a line that explains them. */
export function firstPartialRow(lines: readonly IdentityLine[]): number {
  return lines.length + 2;
}

/** The hidden sheet: the identity's lines, then partial sums of very long totals. */
export function identityModel(lines: readonly IdentityLine[], partials: readonly PartialSum[]): SheetModel {
  const cells: SheetCell[] = lines.flatMap((line, at) =>
    line.map((value, place) => ({ row: at + 1, column: place + 1, content: contentOf(value), style: STYLE })),
  );
  const add = (row: number, column: number, content: CellContent): void => {
    cells.push({ row, column, content, style: STYLE });
  };
  if (partials.length > 0) {
    add(lines.length + 1, 1, {
      kind: 'text',
      text: '# tong_rieng: từng phần của một tổng quá dài cho một công thức',
    });
  }
  partials.forEach((partial, at) => {
    const row = firstPartialRow(lines) + at;
    add(row, 1, { kind: 'text', text: 'tong_rieng' });
    add(row, PARTIAL_COLUMN, { kind: 'formula', ...partial });
  });
  return {
    name: IDENTITY_SHEET,
    hidden: true,
    cells,
    merges: [],
    columnWidths: [72, 96, 96, 72, 96, 240],
    rowHeights: new Map(),
    frozen: null,
    zoom: 100,
    print: null,
  };
}

function contentOf(value: string | number): CellContent {
  if (typeof value === 'number') return { kind: 'number', number: value };
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}
