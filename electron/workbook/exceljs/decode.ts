import type { Cell, CellValue, Worksheet } from 'exceljs';
import type { RawCell, RawSheet, RawValue } from '../../../shared/intake/raw-workbook.ts';
import type { PareResult } from '../read/pare-package.ts';

/**
 * Everything but the cells is left unread: exceljs makes an object for each cell of a merged range, a validation or a
 * column span, however large a file claims it to be.
 */
const UNREAD = [
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'autoFilter',
  'mergeCells',
  'rowBreaks',
  'hyperlinks',
  'pageMargins',
  'dataValidations',
  'pageSetup',
  'headerFooter',
  'printOptions',
  'picture',
  'drawing',
  'sheetProtection',
  'tableParts',
  'conditionalFormatting',
  'extLst',
];

/**
 * The sheets of an .xlsx package by exceljs, as plain data; their merged ranges come from `parePackage`. Throws what
 * exceljs throws on a package it cannot read.
 */
export async function decodeSheets(
  bytes: Uint8Array<ArrayBuffer>,
  { merges, hiddenColumns }: Pick<PareResult, 'merges' | 'hiddenColumns'>,
): Promise<RawSheet[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer, { ignoreNodes: UNREAD });
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    cells: cellsOf(sheet),
    merges: merges.get(sheet.name) ?? [],
    hiddenRows: hiddenRowsOf(sheet),
    hiddenColumns: hiddenColumns.get(sheet.name) ?? new Set(),
  }));
}

function cellsOf(sheet: Worksheet): Map<string, RawCell> {
  const cells = new Map<string, RawCell>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const raw = rawCell(cell);
      if (raw) cells.set(cell.address, { ...raw, ...lookOf(cell) });
    });
  });
  return cells;
}

function hiddenRowsOf(sheet: Worksheet): Set<number> {
  const hidden = new Set<number>();
  sheet.eachRow({ includeEmpty: true }, (row) => {
    if (row.hidden) hidden.add(row.number);
  });
  return hidden;
}

/** Fonts that put Vietnamese letters at places of their own. */
const LEGACY_FONT = /^(\.Vn|VNI-)/i;

function lookOf({ font, alignment }: Cell): Pick<RawCell, 'bold' | 'indent' | 'font'> {
  const name = font?.name ?? '';
  return {
    ...(font?.bold ? { bold: true } : {}),
    ...(alignment?.indent ? { indent: alignment.indent } : {}),
    ...(LEGACY_FONT.test(name) ? { font: name } : {}),
  };
}

function rawCell(cell: Cell): RawCell | null {
  const { value } = cell;
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    // `value.result` leaves out a result of zero; `cell.result` has it.
    const result: CellValue = cell.result;
    return { isFormula: true, value: rawValue(result) ?? { kind: 'unknown' } };
  }
  const plain = rawValue(value);
  return plain && { isFormula: false, value: plain };
}

function rawValue(value: CellValue): RawValue | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  if (value instanceof Date) return { kind: 'date' };
  if ('error' in value) return { kind: 'error', error: value.error };
  if ('richText' in value) return { kind: 'text', text: value.richText.map((run) => run.text).join('') };
  if ('text' in value) return { kind: 'text', text: `${value.text}` };
  return { kind: 'unknown' };
}
