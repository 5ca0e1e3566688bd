import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import { readRawWorkbook } from '../../../electron/workbook/read/read-raw-workbook.ts';
import { readArchive } from '../../../electron/workbook/zip/read-archive.ts';
import { writeArchive } from '../../../electron/workbook/zip/write-archive.ts';
import type { Moment } from '../../../shared/forms/f5.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import type { RawCell, RawSheet } from '../../../shared/intake/raw-workbook.ts';
import { dong } from '../../../shared/money/dong.ts';
import { nearestAmount } from '../../../shared/money/sheet-number.ts';
import type { Unit } from '../../../shared/money/unit.ts';
import { type Plan, yearsOf } from '../../../shared/plan/plan.ts';
import { compare } from '../../../shared/reconcile/compare.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { arbitraryPlan } from './arbitrary-workbook-plan.ts';
import { LibreOffice } from './libre-office.ts';
import { longPlan, oneYearPlan, openedPlan, wordyPlan } from './oracle-plans.ts';
import { reportsOf, setOf, wholeOwnForm } from './print-sets.ts';
import { readDraft } from './read-draft.ts';
import { writeForm } from './write-form.ts';

const office = new LibreOffice();
afterAll(() => office.close());

const PLANS: readonly (readonly [string, () => Plan])[] = [
  ['the sample', vinhLongPlan],
  ['a plan of one year', oneYearPlan],
  ['a plan with opened sources', openedPlan],
  ['a plan with long texts', wordyPlan],
  ['a plan of two hundred rows', longPlan],
];
const FORMS: readonly FormId[] = ['F1', 'F2'];

async function writtenAs(plan: Plan, form: FormId): Promise<Uint8Array> {
  return must(await writeForm(plan, totalsOf(plan), form));
}

async function shownSheets(bytes: Uint8Array): Promise<RawSheet[]> {
  return must(await readRawWorkbook('tệp', bytes)).sheets.filter((one) => !one.hidden);
}

async function shownSheet(bytes: Uint8Array): Promise<RawSheet> {
  const [sheet] = await shownSheets(bytes);
  if (!sheet) throw new Error('a workbook without a visible sheet');
  return sheet;
}

/** Formula cells whose results differ by as much as a đồng, and how many were compared. */
function disagreements(
  ours: RawSheet,
  theirs: RawSheet,
  unit: Unit,
): { compared: number; differing: string[] } {
  const amountOf = (cell: RawCell | undefined): bigint | undefined =>
    cell?.value.kind === 'number' ? nearestAmount(cell.value.number, unit) : undefined;
  const formulas = [...ours.cells].filter(([, cell]) => cell.isFormula);
  const differing = formulas.filter(([address, cell]) => {
    const other = theirs.cells.get(address);
    return !other?.isFormula || amountOf(other) === undefined || amountOf(other) !== amountOf(cell);
  });
  return { compared: formulas.length, differing: differing.map(([address]) => address) };
}

describe('LibreOffice, recalculating an exported workbook', () => {
  const cases = PLANS.flatMap(([name, make]) => FORMS.map((form) => [name, form, make] as const));

  it.each(cases)('agrees with every cached result: %s on %s', async (_, form, make) => {
    const plan = make();
    const bytes = await writtenAs(plan, form);
    const [saved = new Uint8Array()] = await office.saveAgain([bytes]);
    const { compared, differing } = disagreements(
      await shownSheet(bytes),
      await shownSheet(saved),
      plan.header.unit,
    );
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });

  it.each(PLANS)(
    'agrees with every cached result on every report and on forms set up otherwise: %s',
    async (_, make) => {
      const plan = make();
      const [last] = yearsOf(plan.period).slice(-1);
      if (last === undefined) throw new Error('a period has a year');
      const own = wholeOwnForm(plan, 'F2', [5, 1, 8, 2, 7]);
      const sets = [
        setOf(reportsOf(plan), { numbers: true }),
        setOf([{ kind: 'form', form: 'F1' }], { totals: 'first', numbers: true, unit: 'dong', zero: 'zero' }),
        setOf([{ kind: 'form', form: 'F2' }], { totals: 'first', zero: 'blank', decimals: 2 }),
        setOf([
          { kind: 'own', form: own },
          { kind: 'form', form: 'F1' },
        ]),
        {
          ...setOf([
            { kind: 'F5', years: 'period', changes: 'each' },
            { kind: 'F5', years: last, changes: 'total' },
          ]),
          against: 'trước',
        },
      ];
      const before = withMoreOfFirst(plan);
      const files = await Promise.all(
        sets.map(async (set) => must(await writeForm(plan, totalsOf(plan), set, before))),
      );
      const saved = await office.saveAgain(files);
      for (const [at, file] of files.entries()) {
        const [ours, theirs] = [await shownSheets(file), await shownSheets(saved[at] ?? new Uint8Array())];
        for (const [sheet, own] of ours.entries()) {
          const other = theirs[sheet];
          if (!other) throw new Error('a sheet was lost');
          const { compared, differing } = disagreements(
            own,
            other,
            sets[at]?.options.unit ?? plan.header.unit,
          );
          expect(differing, `${own.name} of set ${at}`).toEqual([]);
          if (own.name !== 'Mục lục') expect(compared, own.name).toBeGreaterThan(1);
        }
      }
    },
  );

  it.each(PLANS)('agrees with every difference of a comparison as a workbook: %s', async (_, make) => {
    const plan = make();
    const after = { plan, totals: totalsOf(plan) };
    const side = { code: 'compare.now', params: { title: plan.header.title } };
    const bytes = must(
      await excelWorkbooks.writeComparison({
        before: side,
        after: side,
        unit: plan.header.unit,
        comparison: compare(withMoreOfFirst(plan), after),
      }),
    );
    const [saved = new Uint8Array()] = await office.saveAgain([bytes]);
    const [ours, theirs] = [await shownSheet(bytes), await shownSheet(saved)];
    const { compared, differing } = disagreements(ours, theirs, plan.header.unit);
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  it.each(cases)('saves a file that gives an equal plan: %s on %s', async (_, form, make) => {
    const plan = make();
    const [saved = new Uint8Array()] = await office.saveAgain([await writtenAs(plan, form)]);
    const draft = must(await readDraft('đã lưu.xlsx', saved, {}));
    expect(draft.plan).toEqual(plan);
    expect(draft.issues).toEqual([]);
  });

  it('would not pass over a wrong cached result: it is recalculated, and the difference seen', async () => {
    const plan = vinhLongPlan();
    const planted = withWrongResult(await writtenAs(plan, 'F1'));
    const [saved = new Uint8Array()] = await office.saveAgain([planted]);
    expect(
      disagreements(await shownSheet(planted), await shownSheet(saved), plan.header.unit).differing,
    ).toEqual(['C7']);
    // Without recalculation, as our own import works, the stated total is held against its details.
    const draft = must(await readDraft('sai.xlsx', planted, {}));
    expect(draft.issues.map((issue) => [issue.code, issue.cell, issue.difference])).toEqual([
      ['workbook.totalDiffers', 'C7', -180_000_000n],
    ]);
  });

  it('saves files of any plans that give equal plans', async () => {
    const plans = fc.sample(arbitraryPlan({ equalYears: true, mostYears: 4 }), { numRuns: 16, seed: 1424 });
    const forms = plans.map((_, at): FormId => (at % 2 === 0 ? 'F1' : 'F2'));
    const files = await Promise.all(plans.map((plan, at) => writtenAs(plan, forms[at] ?? 'F2')));
    const saved = await office.saveAgain(files);
    for (const [at, plan] of plans.entries()) {
      const draft = must(await readDraft(`${at}.xlsx`, saved[at] ?? new Uint8Array(), {}));
      expect(draft.plan).toEqual(plan);
      expect(draft.issues).toEqual([]);
    }
  });
});

/** The plan before an adjustment: its first leaf row with other amounts. */
function withMoreOfFirst(plan: Plan): Moment {
  const [[row, amounts] = []] = plan.amounts;
  if (row === undefined || amounts === undefined) throw new Error('the plan has money');
  const more = new Map([...amounts].map(([key, amount]) => [key, dong(amount + 1_500_000n)] as const));
  const before = { ...plan, amounts: new Map([...plan.amounts, [row, more]]) };
  return { plan: before, totals: totalsOf(before) };
}

/** The first total, 62.500, made 62.680 in the file without touching its formula. */
function withWrongResult(bytes: Uint8Array): Uint8Array {
  const files = must(readArchive(bytes)).map((file) => {
    if (file.path !== 'xl/worksheets/sheet1.xml') return file;
    const xml = Buffer.from(file.bytes).toString('utf8');
    const wrong = xml.replace('<f>D7+E7+F7</f><v>62500</v>', '<f>D7+E7+F7</f><v>62680</v>');
    if (wrong === xml) throw new Error('the first total is not where it was');
    return { path: file.path, bytes: Buffer.from(wrong) };
  });
  return writeArchive(files);
}
