import exceljs from 'exceljs';
import { readArchive } from '../../../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../../../electron/workbook/zip/write-archive.ts';

/** A cell with looks, a formula or an error of its own. */
export interface DrawnCell {
  readonly value: string | number | null;
  readonly bold?: true;
  readonly indent?: number;
  readonly font?: string;
  readonly format?: string;
  readonly formula?: string;
  readonly error?: '#REF!' | '#VALUE!' | '#DIV/0!';
}

/** "<" belongs to the merged cell on its left, "^" to the one above; null is empty. */
export type Cell = string | number | null | DrawnCell;

export interface DrawnSheet {
  readonly name?: string;
  readonly hidden?: true;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A heading as it is typed: columns between bars, "<" and "^" for what is merged. */
export function heading(...lines: readonly string[]): Cell[][] {
  return lines.map((line) => line.split('|').map((text) => text.trim() || null));
}

/** A workbook drawn cell by cell, by exceljs; the same drawing gives the same bytes. */
export async function draw(...sheets: readonly DrawnSheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  for (const [at, sheet] of sheets.entries()) drawSheet(book, sheet, sheet.name ?? `Sheet${at + 1}`);
  return repacked(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Packed anew without the time of day. */
export function repacked(bytes: Uint8Array): Uint8Array {
  const files = readArchive(bytes);
  if (!files.ok) throw new Error(`not an archive: ${files.refusal.code}`);
  return writeArchive(files.value);
}

/** The parts of a workbook changed: each edit gets a part's text and gives the new one. */
export function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array {
  const files = readArchive(bytes);
  if (!files.ok) throw new Error(`not an archive: ${files.refusal.code}`);
  return writeArchive(
    files.value.map((file) => {
      const edit = edits[file.path];
      if (!edit) return file;
      const before = Buffer.from(file.bytes).toString('utf8');
      const after = edit(before);
      if (after === before) throw new Error(`nothing changed in ${file.path}`);
      return { path: file.path, bytes: Buffer.from(after) };
    }),
  );
}

/** A part more, as another program leaves it in a workbook. */
export function withPart(bytes: Uint8Array, path: string, text: string): Uint8Array {
  const files = readArchive(bytes);
  if (!files.ok) throw new Error(`not an archive: ${files.refusal.code}`);
  return writeArchive([...files.value, { path, bytes: Buffer.from(text) }]);
}

function drawSheet(book: exceljs.Workbook, { rows, ...drawn }: DrawnSheet, name: string): void {
  const sheet = book.addWorksheet(name, { state: drawn.hidden ? 'hidden' : 'visible' });
  rows.forEach((cells, top) => {
    cells.forEach((cell, left) => {
      if (cell === null || cell === '<' || cell === '^') return;
      drawCell(sheet.getCell(top + 1, left + 1), cell);
      const right = left + run(cells.slice(left + 1), '<');
      const bottom =
        top +
        run(
          rows.slice(top + 1).map((below) => below[left] ?? null),
          '^',
        );
      if (right > left || bottom > top) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
    });
  });
  for (const row of drawn.hiddenRows ?? []) sheet.getRow(row).hidden = true;
  for (const column of drawn.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
}

function run(cells: readonly Cell[], mark: string): number {
  const end = cells.findIndex((cell) => cell !== mark);
  return end < 0 ? cells.length : end;
}

function drawCell(cell: exceljs.Cell, drawn: Exclude<Cell, null>): void {
  if (typeof drawn !== 'object') {
    cell.value = drawn;
    return;
  }
  const { value, bold, indent, font, format, formula, error } = drawn;
  const result = error === undefined ? (value ?? undefined) : { error };
  if (formula === undefined) cell.value = error === undefined ? value : { error };
  else cell.value = result === undefined ? { formula } : { formula, result };
  if (bold || font) cell.font = { ...(bold ? { bold } : {}), ...(font ? { name: font, size: 12 } : {}) };
  if (indent) cell.alignment = { indent };
  if (format) cell.numFmt = format;
}
