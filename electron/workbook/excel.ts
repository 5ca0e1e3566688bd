import type { Totals } from '../../shared/engine/totals.ts';
import type { FormId } from '../../shared/forms/form.ts';
import { printRefusal } from '../../shared/forms/printable.ts';
import { projectForm } from '../../shared/forms/project.ts';
import type { Draft } from '../../shared/intake/draft.ts';
import type { ForeignAnswers } from '../../shared/intake/foreign/read-foreign.ts';
import type { RawWorkbook } from '../../shared/intake/raw-workbook.ts';
import { readWorkbookDraft } from '../../shared/intake/read-workbook.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { decodeSheets } from './exceljs/decode.ts';
import { encodeWorkbook } from './ooxml/encode.ts';
import { kindOfArchive, kindOfBytes } from './read/file-kind.ts';
import { parePackage } from './read/pare-package.ts';
import type { Workbooks } from './workbooks.ts';
import { workbookModel } from './write/workbook-model.ts';
import { readArchive } from './zip/read-archive.ts';
import { writeArchive } from './zip/write-archive.ts';

/** Bytes of a file that is worth unpacking at all. */
const LARGEST_FILE = 100_000_000;

/** Workbooks in Excel's format (.xlsx). */
export const excelWorkbooks: Workbooks = { write: writeWorkbook, read: readWorkbook };

/** A plan on a form as .xlsx. The same plan gives the same bytes. */
async function writeWorkbook(
  plan: Plan,
  totals: Totals,
  form: FormId,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const lossy = printRefusal(plan, totals, form);
  if (lossy) return { ok: false, refusal: lossy };
  const model = workbookModel(plan, projectForm(plan, totals, form));
  if (!model.ok) return model;
  return ok(await encodeWorkbook(model.value));
}

async function readWorkbook(
  name: string,
  bytes: Uint8Array,
  answers: ForeignAnswers,
): Promise<Result<Draft>> {
  const raw = await readRawWorkbook(name, bytes);
  return raw.ok ? readWorkbookDraft(raw.value, answers) : raw;
}

/** The cells of an .xlsx file as plain data; refused with what the file is where it is none. */
export async function readRawWorkbook(name: string, bytes: Uint8Array): Promise<Result<RawWorkbook>> {
  const other = kindOfBytes(bytes);
  if (other) return refuse(other, { file: name });
  if (bytes.length > LARGEST_FILE) return refuse('workbook.tooLarge', { file: name });
  const archive = readArchive(bytes);
  if (!archive.ok) return refuse(archive.refusal.code, { file: name });
  const kind = kindOfArchive(archive.value);
  if (kind) return refuse(kind, { file: name });
  const { files, names, notes, ...facts } = parePackage(archive.value);
  try {
    return ok({ sheets: await decodeSheets(writeArchive(files), facts), names, notes });
  } catch {
    // exceljs throws whatever it stumbles on; the archive was sound, so what is inside is not.
    return refuse('workbook.damaged', { file: name });
  }
}
