import type { DocumentFormat } from '../../shared/api/documents.ts';
import { writePlanFile } from '../../shared/intake/plan-file.ts';
import { pagesHtml } from '../../shared/print/page-html.ts';
import { setupOn } from '../../shared/print/page-setup.ts';
import { layoutPages, type PrintedPages } from '../../shared/print/pages.ts';
import { ok, type Result } from '../../shared/refusal.ts';
import type { Printed } from '../printed-tables.ts';
import type { Printer } from '../printer.ts';
import { formCsv } from './form-csv.ts';
import { wordAppendix } from './word-appendix.ts';

/** A form as printed pages: what the preview shows and what a PDF is made of. */
export interface PrintedDocument {
  readonly html: string;
  /** How many pages. */
  readonly pages: number;
}

/** A plan in a format other than a workbook; several forms stand one after the other. */
export async function writeDocument(
  { plan, tables, set }: Printed,
  format: DocumentFormat,
  printer: Printer,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  switch (format) {
    case 'json':
      // All of the plan, whatever the forms show.
      return ok(utf8(writePlanFile(plan)));
    case 'csv':
      return ok(utf8(formCsv(tables)));
    case 'docx':
      return ok(wordAppendix(tables, setupOn(set.options.paper)));
    case 'pdf':
      return printer.pdf(printDocument({ tables, set }).html);
    default:
      return format satisfies never;
  }
}

/** The pages of the forms, as they will be printed. */
export function printDocument({ tables, set }: Pick<Printed, 'tables' | 'set'>): PrintedDocument {
  const setup = setupOn(set.options.paper);
  const [first, ...others] = tables.map((table) => layoutPages(table, setup));
  if (!first) throw new Error('nothing to print');
  const layouts: [PrintedPages, ...PrintedPages[]] = [first, ...others];
  return { html: pagesHtml(layouts), pages: layouts.reduce((sum, { pages }) => sum + pages.length, 0) };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
