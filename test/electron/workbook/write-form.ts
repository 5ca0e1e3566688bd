import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import type { Totals } from '../../../shared/engine/totals.ts';
import type { Moment } from '../../../shared/forms/f5.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { officialPrint, type PrintSet, projectSet } from '../../../shared/forms/print-set.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/refusal.ts';

/** A plan as a workbook: on one form as it is officially, or as it is set up. */
export async function writeForm(
  plan: Plan,
  totals: Totals,
  wanted: FormId | PrintSet,
  before: Moment | null = null,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const set = typeof wanted === 'string' ? officialPrint(wanted) : wanted;
  const tables = projectSet({ plan, totals }, set, before);
  return tables.ok ? excelWorkbooks.write({ plan, totals, set, tables: tables.value }) : tables;
}
