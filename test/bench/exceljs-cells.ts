import { createRequire } from 'node:module';
import type exceljs from 'exceljs';
import type { CellStyle, WorkbookModel } from '../../electron/workbook/write/sheet-model.ts';

/** A sheet's cells as exceljs takes them, made before any clock runs: it is asked for nothing but to write them. */
export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly MadeCell[] }[];
}

interface MadeCell {
  readonly column: number;
  readonly value: exceljs.CellValue;
  readonly style: Partial<exceljs.Style>;
}

export function madeSheets(model: WorkbookModel): MadeSheet[] {
  const styles = new Map<CellStyle, Partial<exceljs.Style>>();
  return model.sheets.map(({ name, rows }) => ({
    name,
    rows: Array.from(rows, ({ row, cells }) => ({
      row,
      cells: cells.map(({ column, content, style }): MadeCell => {
        let value: exceljs.CellValue = null;
        if (content.kind === 'text') value = content.text;
        if (content.kind === 'number') value = content.number;
        if (content.kind === 'formula') value = { formula: content.formula, result: content.result };
        const known = styles.get(style) ?? styleOf(style);
        styles.set(style, known);
        return { column, value, style: known };
      }),
    })),
  }));
}

function styleOf(style: CellStyle): Partial<exceljs.Style> {
  const { size, bold, italic, align, wrap, indent, border, numberFormat } = style;
  const line = { style: 'thin' as const };
  return {
    font: { name: 'Times New Roman', size, bold, italic },
    alignment: { horizontal: align, vertical: 'middle', wrapText: wrap, indent },
    ...(border === 'none' ? {} : { border: { top: line, left: line, bottom: line, right: line } }),
    ...(numberFormat === null ? {} : { numFmt: numberFormat }),
  };
}

/** Puts made cells into a sheet of exceljs; `commit` lets its streaming writer go on with each row. */
export function fillSheet(sheet: exceljs.Worksheet, { rows }: MadeSheet, commit = false): void {
  for (const { row, cells } of rows) {
    const line = sheet.getRow(row);
    for (const { column, value, style } of cells) {
      const cell = line.getCell(column);
      cell.value = value;
      cell.style = style;
    }
    if (commit) line.commit();
  }
}

/**
 * exceljs pipes its sheets into archiver, of which package.json takes a newer version: that one goes on with what
 * `pipe` returns, and exceljs' own stream returns nothing.
 */
export function mendExceljsStream(): void {
  const { prototype } = createRequire(import.meta.url)('exceljs/lib/utils/stream-buf.js');
  const { pipe } = prototype;
  prototype.pipe = function piped(this: unknown, target: unknown): unknown {
    pipe.call(this, target);
    return target;
  };
}
