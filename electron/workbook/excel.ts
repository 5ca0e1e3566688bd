import type { Totals } from '../../shared/engine/totals.ts';
import type { FormId } from '../../shared/forms/form.ts';
import { printRefusal } from '../../shared/forms/printable.ts';
import { projectForm } from '../../shared/forms/project.ts';
import type { Answers } from '../../shared/intake/answers.ts';
import { readingOf } from '../../shared/intake/read-workbook.ts';
import type { Reading } from '../../shared/intake/reading.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { MOST_CELLS } from './most-cells.ts';
import { encodeWorkbook } from './ooxml/encode.ts';
import { readRawWorkbook } from './read/read-raw-workbook.ts';
import type { Hear, Workbooks } from './workbooks.ts';
import { workbookModel } from './write/workbook-model.ts';

/** TT, Nội dung and Ghi chú beside the amounts. */
const LABELS = 3;

/** Workbooks in Excel's format (.xlsx). */
export const excelWorkbooks: Workbooks = { write: writeWorkbook, read: readWorkbook };

/** A plan on a form as .xlsx. The same plan gives the same bytes. */
async function writeWorkbook(
  plan: Plan,
  totals: Totals,
  form: FormId,
  hear?: Hear,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const lossy = printRefusal(plan, totals, form);
  if (lossy) return { ok: false, refusal: lossy };
  const table = projectForm(plan, totals, form);
  // A workbook over the limits of reading would never come back.
  const cells = table.rows.length * (table.columns.length + LABELS);
  if (cells > MOST_CELLS) return refuse('workbook.tooManyCells', { cells, limit: MOST_CELLS });
  const model = workbookModel(plan, table);
  if (!model.ok) return model;
  let rows = 0;
  const written = (): void => {
    rows += 1;
    hear?.(Math.min(1, rows / table.rows.length));
  };
  return ok(await encodeWorkbook(model.value, written));
}

async function readWorkbook(
  name: string,
  bytes: Uint8Array,
  answers: Answers,
  remembered: RememberedColumns,
  hear?: Hear,
): Promise<Result<Reading>> {
  const raw = await readRawWorkbook(name, bytes, hear);
  return raw.ok ? readingOf(raw.value, answers, remembered) : raw;
}
