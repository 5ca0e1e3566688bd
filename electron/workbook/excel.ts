import type { Compared } from '../../shared/api/comparing.ts';
import { readingOf } from '../../shared/intake/read-workbook.ts';
import type { Reading } from '../../shared/intake/reading.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import type { Printed } from '../printed-tables.ts';
import { MOST_CELLS } from './most-cells.ts';
import { encodeWorkbook } from './ooxml/encode.ts';
import { readRawWorkbook } from './read/read-raw-workbook.ts';
import type { FileToUnderstand, Hear, Workbooks } from './workbooks.ts';
import { comparisonModel } from './write/comparison-sheet.ts';
import { workbookModel } from './write/workbook-model.ts';

/** TT, Nội dung and Ghi chú beside the amounts. */
const LABELS = 3;

/** Workbooks in Excel's format (.xlsx). */
export const excelWorkbooks: Workbooks = {
  write: writeWorkbook,
  writeComparison,
  read: readWorkbook,
};

/** Forms of a plan as .xlsx. The same plan gives the same bytes. */
async function writeWorkbook(
  { plan, tables, set }: Printed,
  hear?: Hear,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  // A workbook over the limits of reading would never come back.
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows.length * (columns.length + LABELS), 0);
  if (cells > MOST_CELLS) return refuse('workbook.tooManyCells', { cells, limit: MOST_CELLS });
  const model = workbookModel(plan, tables, set.options);
  if (!model.ok) return model;
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  let rows = 0;
  const written = (): void => {
    rows += 1;
    hear?.(Math.min(1, rows / all));
  };
  return ok(await encodeWorkbook(model.value, written));
}

async function writeComparison(compared: Compared): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const model = comparisonModel(compared);
  return model.ok ? ok(await encodeWorkbook(model.value)) : model;
}

async function readWorkbook(
  { name, bytes, answers = {}, remembered, mostRows }: FileToUnderstand,
  hear?: Hear,
): Promise<Result<Reading>> {
  const raw = await readRawWorkbook(name, bytes, hear);
  return raw.ok ? readingOf(raw.value, answers, remembered, mostRows) : raw;
}
