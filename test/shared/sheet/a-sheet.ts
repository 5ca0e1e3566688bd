import { Totals } from '../../../shared/engine/totals.ts';
import { formById } from '../../../shared/forms/catalogue.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { type CellPlace, columnId, sheetColumns } from '../../../shared/sheet/cell-place.ts';
import type { PasteOptions } from '../../../shared/sheet/paste-plan.ts';
import type { Rect, Sheet } from '../../../shared/sheet/sheet.ts';
import { must } from '../plan/sample-plan.ts';

/** A plan on a form as it is first shown: nothing folded, nothing hidden. */
export function sheetOf(plan: Plan, form: FormId = 'F2'): Sheet {
  const totals = must(Totals.of(plan));
  const layout = layoutForm(formById(form), plan, totals.shape);
  return { plan, totals, lines: layout.lines, columns: sheetColumns(layout) };
}

/** The cell of a row's code (a total row's too) in a column. */
export function placeAt(sheet: Sheet, code: string, column: string): CellPlace {
  const at = rectAt(sheet, code, column);
  const line = sheet.lines[at.top];
  const shown = sheet.columns[at.left];
  if (!line || !shown) throw new Error('no such cell');
  return { line, column: shown };
}

/** From one cell to another, both by row code and column id. */
export function rectAt(sheet: Sheet, code: string, column: string, toCode = code, toColumn = column): Rect {
  const line = (wanted: string) =>
    found(
      sheet.lines.findIndex((one) => one.code === wanted),
      wanted,
    );
  const place = (wanted: string) =>
    found(
      sheet.columns.findIndex((one) => columnId(one) === wanted),
      wanted,
    );
  return { top: line(code), left: place(column), bottom: line(toCode), right: place(toColumn) };
}

function found(at: number, wanted: string): number {
  if (at < 0) throw new Error(`the sheet has no ${wanted}`);
  return at;
}

/** The plan after a change, which must be possible and must be taken back exactly by its inverse. */
export function made(plan: Plan, change: Change | null): Plan {
  if (!change) throw new Error('nothing to change');
  const done = must(applyEdits(plan, change.edits));
  const undone = must(applyEdits(done.plan, done.inverse)).plan;
  if (JSON.stringify(plain(undone)) !== JSON.stringify(plain(plan)))
    throw new Error('the inverse gives another plan');
  return done.plan;
}

/** A plan as text that is equal for equal plans. */
export function plain(plan: Plan): unknown {
  const amounts = [...plan.amounts].map(([row, own]) => [
    row,
    [...own].map(([key, amount]) => `${key}=${amount}`).sort(),
  ]);
  return { ...plan, amounts: amounts.sort((one, other) => (`${one[0]}` < `${other[0]}` ? -1 : 1)) };
}

export function pasteOptions(own: Partial<PasteOptions> = {}): PasteOptions {
  let made = 0;
  return {
    numbers: null,
    unit: 'trieu',
    operation: 'set',
    skipBlanks: false,
    skipTotals: false,
    addRows: false,
    fundYears: false,
    newRowId: () => {
      made += 1;
      return rowId(`pasted-${made}`);
    },
    newRowName: 'Dòng mới',
    cut: null,
    ...own,
  };
}
