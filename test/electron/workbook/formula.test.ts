import { describe, expect, it } from 'vitest';
import { sumFormula } from '../../../electron/workbook/write/formula.ts';
import { workbookModel } from '../../../electron/workbook/write/workbook-model.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import type { Term } from '../../../shared/forms/table.ts';
import { cellAddress } from '../../../shared/intake/cell-address.ts';
import { dong } from '../../../shared/money/dong.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey, type Plan, type Row } from '../../../shared/plan/plan.ts';
import { standardSources } from '../../../shared/plan/sources.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

const place = { top: 9, left: 3, prefix: '', yearsName: (source: string) => `so_nam_${source}` };
const term = (row: number, column: number, times: string | null = null): Term => ({
  row,
  column,
  times: times === null ? null : sourceId(times),
});

/** The formulas of an exported form by address. */
function formulasOf(plan: Plan, form: 'F1' | 'F2'): Map<string, string> {
  const model = must(workbookModel(plan, [projectForm(plan, totalsOf(plan), form)]));
  const formulas = new Map<string, string>();
  for (const sheet of model.sheets) {
    for (const { row, cells } of sheet.rows) {
      for (const { column, content } of cells) {
        if (content.kind === 'formula')
          formulas.set(`${sheet.name}!${cellAddress(row, column)}`, content.formula);
      }
    }
  }
  return formulas;
}

/** A plan whose one top row has so many top rows beside it, each with a child: a sum that no formula holds. */
function planOfManyRows(count: number): Plan {
  const period = { first: year(2022), last: year(2022) };
  const plan = { ...vinhLongPlan(), period, sources: standardSources(period) };
  const row = (id: string, parent: string | null): Row => ({
    id: rowId(id),
    parent: parent === null ? null : rowId(parent),
    code: id,
    ordinal: null,
    name: id,
    investment: 'yes',
    leadAgency: '',
    note: '',
    confirmed: true,
  });
  const rows = Array.from({ length: count }, (_, at) => [
    row(`p${at}`, null),
    row(`c${at}`, `p${at}`),
  ]).flat();
  const key = leafKey(year(2022), sourceId('central'), 'recurrent');
  const amounts = new Map(
    Array.from({ length: count }, (_, at) => [rowId(`c${at}`), new Map([[key, dong(1_000_000n)]])]),
  );
  return { ...plan, rows, amounts };
}

describe('the formula of a total', () => {
  it('is SUM over cells below each other', () => {
    expect(sumFormula([term(0, 0), term(1, 0), term(2, 0)], place)).toBe('SUM(C9:C11)');
  });

  it('is A1+B1 where they stand apart', () => {
    expect(sumFormula([term(0, 1), term(0, 2)], place)).toBe('D9+E9');
    expect(sumFormula([term(0, 0), term(3, 0), term(4, 0)], place)).toBe('C9+SUM(C12:C13)');
  });

  it('multiplies one-year amounts by the years that their source funds', () => {
    const terms = [term(0, 9, 'central'), term(0, 12, 'local')];
    expect(sumFormula(terms, place)).toBe('L9*so_nam_central+O9*so_nam_local');
  });

  it('layers what a function cannot take at once', () => {
    const formula = sumFormula(
      Array.from({ length: 600 }, (_, at) => term(at * 2, 0)),
      place,
    );
    expect(formula).toMatch(/^SUM\(SUM\(C9,/);
    for (const [, list = ''] of formula.matchAll(/SUM\(([^()]+)\)/g)) {
      expect(list.split(',').length).toBeLessThanOrEqual(255);
    }
  });

  it('is the one that forms.md names, in every total of the sample', () => {
    const formulas = formulasOf(vinhLongPlan(), 'F1');
    expect(formulas.get('F1!C7')).toBe('D7+E7+F7');
    expect(formulas.get('F1!E7')).toBe('M7*so_nam_central+P7*so_nam_local');
    expect(formulas.get('F1!F7')).toBe('Q7*so_nam_other');
    expect(formulas.get('F1!C8')).toBe('SUM(C9:C10)');
    expect(formulas.get('F1!G20')).toBe('SUM(G7:G8)+G11+G14+G17');
    expect(formulas.get('F1!M21')).toBe('M20*so_nam_central');
  });

  it('goes by way of the hidden sheet where it would be longer than Excel takes', async () => {
    const plan = planOfManyRows(1_500);
    const formulas = formulasOf(plan, 'F2');
    expect(formulas.get('F2!C3008')).toMatch(/^SUM\(_phu_luc!B\d+:B\d+\)$/);
    for (const formula of formulas.values()) expect(formula.length).toBeLessThan(8_192);
    const bytes = must(await writeForm(plan, totalsOf(plan), 'F2'));
    expect(must(await readDraft('lớn.xlsx', bytes, {})).plan).toEqual(plan);
  });
});

describe('an amount that a spreadsheet cannot hold', () => {
  const withAmount = (amount: bigint): Plan => {
    const plan = vinhLongPlan();
    const key = leafKey(year(2022), sourceId('central'), 'recurrent');
    return { ...plan, amounts: new Map([[rowId('DA3-TDA1'), new Map([[key, dong(amount)]])]]) };
  };

  it('is refused with its place: more than fifteen significant digits would be printed wrong', async () => {
    const plan = withAmount(1_234_567_890_123_456n);
    const result = await writeForm(plan, totalsOf(plan), 'F2');
    expect(result).toMatchObject({
      refusal: { code: 'workbook.tooManyDigits', params: { amount: '1.234.567.890.123.456' } },
    });
  });

  it('comes back exactly up to fifteen digits, and to the largest amount', async () => {
    for (const amount of [123_456_789_012_345n, -999_999_999_999_999n, 9_000_000_000_000_000_000n]) {
      const plan = withAmount(amount);
      const bytes = must(await writeForm(plan, totalsOf(plan), 'F2'));
      expect(must(await readDraft('x', bytes, {})).plan).toEqual(plan);
    }
  });

  it('shows as many decimals as it needs, and a tiny amount more than the rest', () => {
    const formatsOf = (amount: bigint): (string | null)[] => {
      const plan = withAmount(amount);
      const model = must(workbookModel(plan, [projectForm(plan, totalsOf(plan), 'F2')]));
      const cells = [...(model.sheets[0]?.rows ?? [])].flatMap((row) => row.cells);
      return cells.filter((cell) => cell.content.kind === 'number').map((cell) => cell.style.numberFormat);
    };
    expect(new Set(formatsOf(1_000_000n))).toEqual(new Set(['#,##0_ ;-#,##0_ ;"-"_ ']));
    expect(formatsOf(1_250_000n)).toContain('#,##0.00_ ;-#,##0.00_ ;"-"_ ');
    expect(formatsOf(1_234_567n)).toContain('#,##0.000_ ;-#,##0.000_ ;"-"_ ');
    expect(formatsOf(25n)).toContain('#,##0.00000_ ;-#,##0.00000_ ;"-"_ ');
  });
});
