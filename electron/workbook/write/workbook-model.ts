import { OFFICIAL_OPTIONS, type PrintOptions } from '../../../shared/forms/print-options.ts';
import type { FormTable } from '../../../shared/forms/table.ts';
import {
  blockName,
  IDENTITY_SHEET,
  type IdentityLine,
  identityLines,
  type PrintedAs,
  YEAR_COUNT_COLUMN,
  yearCountRow,
} from '../../../shared/intake/identity-sheet.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { leafSources } from '../../../shared/plan/sources.ts';
import { ok, type Result } from '../../../shared/refusal.ts';
import { appendixPlace, appendixSheet } from './appendix-sheet.ts';
import { contentsSheet } from './contents-sheet.ts';
import { firstPartialRow, identityModel } from './identity-model.ts';
import { formNames, plainName, yearsNames } from './names.ts';
import type { DefinedName, SheetModel, WorkbookModel } from './sheet-model.ts';
import { sheetName } from './sheet-name.ts';
import { type PartialSum, TotalFormulas } from './total-formulas.ts';

/**
 * Forms of a plan as a workbook: each on its sheet, a sheet of contents before them where there are several, and the hidden
 * sheet by which the form that carries the most amounts comes back.
 */
export function workbookModel(
  plan: Plan,
  tables: readonly FormTable[],
  options: PrintOptions = OFFICIAL_OPTIONS,
): Result<WorkbookModel> {
  const sources = leafSources(plan.sources);
  const years = yearsNames(sources.map((source) => source.id));
  const lines = hiddenLines(plan, tables, options);
  const partials: PartialSum[] = [];
  const taken = new Set<string>();
  const sheets: SheetModel[] = [];
  const names: DefinedName[] = [];
  for (const table of tables) {
    const place = appendixPlace(table);
    const formulas = options.valuesOnly
      ? null
      : new TotalFormulas(table, sources, place, years, firstPartialRow(lines), partials);
    const sheet = appendixSheet(table, place, formulas, options.paper);
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value);
    names.push(...formNames(table, place, taken));
  }
  const yearCells = sources.flatMap((source): DefinedName[] => {
    const row = yearCountRow(lines, source.id);
    const name = years.get(source.id);
    if (row === undefined || name === undefined) return [];
    const range = { top: row, left: YEAR_COUNT_COLUMN, bottom: row, right: YEAR_COUNT_COLUMN };
    return [{ name, sheet: IDENTITY_SHEET, range }];
  });
  return ok({
    title: plan.header.title,
    sheets: [
      ...(tables.length > 1 ? [contentsSheet(plan, tables)] : []),
      ...sheets,
      identityModel(lines, partials),
    ],
    names: [...names, ...yearCells],
  });
}

/** Of the form to come back by: the one with the most columns of leaf amounts, else the first report. */
function hiddenLines(plan: Plan, tables: readonly FormTable[], options: PrintOptions): IdentityLine[] {
  const leaves = ({ columns }: FormTable): number => columns.filter(({ leaf }) => leaf).length;
  const [table] = tables.toSorted((one, other) => leaves(other) - leaves(one));
  if (!table) throw new Error('a workbook has at least one form');
  const printed: PrintedAs = { totals: options.totals, numbers: options.numbers, unit: table.unit };
  const official =
    printed.totals === OFFICIAL_OPTIONS.totals &&
    printed.numbers === OFFICIAL_OPTIONS.numbers &&
    printed.unit === plan.header.unit;
  const asForm = table.base === null || table.base === table.form;
  return identityLines(
    plan,
    table,
    appendixPlace(table),
    official ? null : printed,
    asForm ? null : { sheet: sheetName(table.form), block: plainName(blockName(table.form)) },
  );
}
