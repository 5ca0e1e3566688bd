import type { FormTable } from '../../../shared/forms/table.ts';
import {
  IDENTITY_SHEET,
  identityLines,
  YEAR_COUNT_COLUMN,
  yearCountRow,
} from '../../../shared/intake/identity-sheet.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { leafSources } from '../../../shared/plan/sources.ts';
import { ok, type Result } from '../../../shared/refusal.ts';
import { appendixPlace, appendixSheet } from './appendix-sheet.ts';
import { firstPartialRow, identityModel } from './identity-model.ts';
import { formNames, yearsNames } from './names.ts';
import type { DefinedName, WorkbookModel } from './sheet-model.ts';
import { TotalFormulas } from './total-formulas.ts';

/** A form of a plan as a workbook: the appendix on its sheet, and the hidden sheet that lets it come back. */
export function workbookModel(plan: Plan, table: FormTable): Result<WorkbookModel> {
  const place = appendixPlace(table);
  const lines = identityLines(plan, table, place);
  const sources = leafSources(plan.sources);
  const names = yearsNames(sources.map((source) => source.id));
  const formulas = new TotalFormulas(table, sources, place, names, firstPartialRow(lines));
  const sheet = appendixSheet(table, place, formulas);
  if (!sheet.ok) return sheet;
  const yearCells = sources.flatMap((source): DefinedName[] => {
    const row = yearCountRow(lines, source.id);
    const name = names.get(source.id);
    if (row === undefined || name === undefined) return [];
    const range = { top: row, left: YEAR_COUNT_COLUMN, bottom: row, right: YEAR_COUNT_COLUMN };
    return [{ name, sheet: IDENTITY_SHEET, range }];
  });
  return ok({
    title: plan.header.title,
    sheets: [sheet.value, identityModel(lines, formulas.partials)],
    names: [...formNames(table, place), ...yearCells],
  });
}
