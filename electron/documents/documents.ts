import type { DocumentFormat } from '../../shared/api/documents.ts';
import type { Totals } from '../../shared/engine/totals.ts';
import type { FormId } from '../../shared/forms/form.ts';
import { printRefusal } from '../../shared/forms/printable.ts';
import { projectForm } from '../../shared/forms/project.ts';
import type { FormTable } from '../../shared/forms/table.ts';
import { writePlanFile } from '../../shared/intake/plan-file.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { pagesHtml } from '../../shared/print/page-html.ts';
import { layoutPages } from '../../shared/print/pages.ts';
import { ok, type Result } from '../../shared/refusal.ts';
import type { Printer } from '../printer.ts';
import { formCsv } from './form-csv.ts';
import { wordAppendix } from './word-appendix.ts';

/** A form as printed pages: what the preview shows and what a PDF is made of. */
export interface PrintedDocument {
  readonly html: string;
  /** How many pages. */
  readonly pages: number;
}

/** A plan in a format other than a workbook; refused where the form would lose something of it. */
export async function writeDocument(
  plan: Plan,
  totals: Totals,
  form: FormId,
  format: DocumentFormat,
  printer: Printer,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  // All of the plan, whatever the form shows.
  if (format === 'json') return ok(utf8(writePlanFile(plan)));
  const table = printableTable(plan, totals, form);
  if (!table.ok) return table;
  switch (format) {
    case 'csv':
      return ok(utf8(formCsv(table.value)));
    case 'docx':
      return ok(wordAppendix(table.value));
    case 'pdf':
      return printer.pdf(pagesHtml([layoutPages(table.value)]));
    default:
      return format satisfies never;
  }
}

/** A form's pages, as they will be printed. */
export function printDocument(plan: Plan, totals: Totals, form: FormId): Result<PrintedDocument> {
  const table = printableTable(plan, totals, form);
  if (!table.ok) return table;
  const layout = layoutPages(table.value);
  return ok({ html: pagesHtml([layout]), pages: layout.pages.length });
}

function printableTable(plan: Plan, totals: Totals, form: FormId): Result<FormTable> {
  const lossy = printRefusal(plan, totals, form);
  return lossy ? { ok: false, refusal: lossy } : ok(projectForm(plan, totals, form));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
