import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import { readRawWorkbook } from '../../../electron/workbook/read/read-raw-workbook.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import { IDENTITY_SHEET } from '../../../shared/intake/identity-sheet.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { arbitraryPlan } from './arbitrary-workbook-plan.ts';
import { keysOf, printOptions, reportsOf, setOf, wholeOwnForm } from './print-sets.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

async function written(plan: Plan, set: PrintSet): Promise<Uint8Array> {
  return must(await writeForm(plan, totalsOf(plan), set));
}

async function thereAndBack(plan: Plan, set: PrintSet): Promise<Draft> {
  return must(await readDraft('phụ lục.xlsx', await written(plan, set)));
}

const picks = fc.array(fc.nat(100), { minLength: 7, maxLength: 7 });

describe('a workbook as an officer set it up', () => {
  it('gives any plan back, whatever the options', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan({ equalYears: true, mostYears: 4 }),
        printOptions,
        fc.constantFrom('F1', 'F2'),
        async (plan, options, form) => {
          const draft = await thereAndBack(plan, setOf([{ kind: 'form', form }], options));
          expect(draft.plan).toEqual(plan);
          expect(draft.issues).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('gives any plan back from a form of the office’s own that has every amount', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan({ equalYears: true, mostYears: 3 }),
        printOptions,
        fc.constantFrom('F1', 'F2'),
        picks,
        async (plan, options, base, own) => {
          const draft = await thereAndBack(
            plan,
            setOf([{ kind: 'own', form: wholeOwnForm(plan, base, own) }], options),
          );
          expect(draft.plan).toEqual(plan);
          expect(draft.issues).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives any plan back from several forms, by the one that carries the most', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan({ equalYears: false, mostYears: 3 }),
        printOptions,
        async (plan, options) => {
          const set = setOf([...reportsOf(plan), { kind: 'form', form: 'F2' }], options);
          const draft = await thereAndBack(plan, set);
          expect(draft.plan).toEqual(plan);
          expect(draft.issues).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says that no plan can be made of totals alone, or of a form that lacks amounts', async () => {
    const plan = vinhLongPlan();
    const lossy = keysOf(plan, 'F2').flatMap(({ key }) => (key.startsWith('each.local') ? [] : [key]));
    const own = {
      id: 'o',
      name: 'Không NSĐP',
      base: 'F2',
      columns: lossy,
      hiddenYears: [],
      subSources: true,
    } as const;
    for (const choice of [...reportsOf(plan), { kind: 'own', form: own } as const]) {
      const bytes = await written(plan, setOf([choice]));
      expect(await excelWorkbooks.read({ name: 'biểu.xlsx', bytes })).toMatchObject({
        refusal: { code: 'workbook.formLoses' },
      });
    }
  });

  it('has a sheet of contents before several forms, each with its number', async () => {
    const plan = vinhLongPlan();
    const bytes = await written(
      plan,
      setOf([
        { kind: 'F3', local: 'kinds' },
        { kind: 'form', form: 'F1' },
      ]),
    );
    const { sheets } = must(await readRawWorkbook('tệp', bytes));
    expect(sheets.map(({ name }) => name)).toEqual(['Mục lục', 'F3', 'F1', IDENTITY_SHEET]);
    const said = (sheet: number, cell: string) => sheets[sheet]?.cells.get(cell)?.value;
    expect([said(0, 'A4'), said(0, 'B4'), said(0, 'C4')]).toEqual([
      { kind: 'text', text: 'I' },
      { kind: 'text', text: 'F3' },
      { kind: 'text', text: 'Nguồn vốn theo năm' },
    ]);
    expect(said(2, 'A1')).toEqual({ kind: 'text', text: 'PHỤ LỤC II' });
  });

  it('numbers its columns, and spells out what is a sum', async () => {
    const plan = vinhLongPlan();
    const { sheets } = must(
      await readRawWorkbook(
        'tệp',
        await written(plan, setOf([{ kind: 'form', form: 'F1' }], { numbers: true })),
      ),
    );
    const row = ['A', 'B', 'C', 'D', 'K', 'L'].map((column) => sheets[0]?.cells.get(`${column}7`)?.value);
    expect(row).toEqual(
      ['A', 'B', '1 = 2 + 3 + 4', '2', '9 = 10 + 11', '10'].map((text) => ({ kind: 'text', text })),
    );
  });

  it('holds results without formulas where that is wanted', async () => {
    const plan = vinhLongPlan();
    for (const valuesOnly of [true, false]) {
      const bytes = await written(plan, setOf([{ kind: 'F3', local: 'kinds' }], { valuesOnly }));
      const [sheet] = must(await readRawWorkbook('tệp', bytes)).sheets;
      const formulas = [...(sheet?.cells.values() ?? [])].filter(({ isFormula }) => isFormula);
      expect(formulas.length > 0).toBe(!valuesOnly);
      expect(sheet?.cells.get('G6')?.value).toEqual({ kind: 'number', number: 209_600 });
    }
  });
});
