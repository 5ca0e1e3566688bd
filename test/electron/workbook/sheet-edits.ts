import { readRawWorkbook } from '../../../electron/workbook/read/read-raw-workbook.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { cellAddress, columnNumber } from '../../../shared/intake/cell-address.ts';
import { blockName } from '../../../shared/intake/identity-sheet.ts';
import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../../shared/intake/raw-workbook.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf } from '../../shared/plan/sample-plan.ts';
import { writeForm } from './write-form.ts';

/** An exported workbook as it is read back, to be changed as an officer would change it in Excel. */
export async function exported(plan: Plan, form: FormId): Promise<RawWorkbook> {
  const bytes = must(await writeForm(plan, totalsOf(plan), form));
  return must(await readRawWorkbook('phụ lục.xlsx', bytes));
}

function withSheet(book: RawWorkbook, name: string, edit: (sheet: RawSheet) => RawSheet): RawWorkbook {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet)) };
}

/** Types into a cell; null clears it. */
export function typed(
  book: RawWorkbook,
  sheet: string,
  address: string,
  value: RawValue | null,
): RawWorkbook {
  return withSheet(book, sheet, (one) => {
    const cells = new Map(one.cells);
    if (value) cells.set(address, { value, isFormula: false });
    else cells.delete(address);
    return { ...one, cells };
  });
}

export const number = (value: number): RawValue => ({ kind: 'number', number: value });
export const text = (value: string): RawValue => ({ kind: 'text', text: value });

/** Moves every row from one on by a number of rows, as inserting (or, negative, deleting) rows does. */
export function shifted(book: RawWorkbook, form: FormId, from: number, by: number): RawWorkbook {
  const moved = withSheet(book, form, (sheet) => {
    const cells = new Map<string, RawCell>();
    for (const [address, cell] of sheet.cells) {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const row = Number(digits);
      const to = row >= from ? row + by : row;
      if (row < from || row + by >= Math.min(from, from + by)) {
        cells.set(cellAddress(to, columnNumber(letters)), cell);
      }
    }
    return { ...sheet, cells };
  });
  const names = new Map(book.names);
  const name = blockName(form);
  const block = names.get(name);
  if (block) {
    const top = block.top >= from ? block.top + by : block.top;
    names.set(name, { ...block, top, bottom: block.bottom >= from ? block.bottom + by : block.bottom });
  }
  return { ...moved, names };
}
