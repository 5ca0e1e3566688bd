import type { FormId } from '../../../../shared/forms/form.ts';
import { writeForm } from '../../../electron/workbook/write-form.ts';
import { must, totalsOf, vinhLongPlan } from '../../../shared/plan/sample-plan.ts';
import { type Cell, type DrawnSheet, draw, edited } from './draw.ts';
import { appendix, F1, F1_TOTALS, SAME, TOP } from './house-styles.ts';
import { trieu } from './small.ts';
import type { Outcome, Specimen, TrueFinding, TrueIssue } from './truth.ts';
import { yearAppendix } from './year-styles.ts';

type Off = readonly [cell: string, trieu: number];

/** Totals that are off, by cell; in triệu, ours minus stated. */
const off = (...cells: readonly Off[]): TrueFinding[] =>
  cells.map(([cell, difference]) => ({
    code: 'workbook.totalDiffers',
    severity: 'warning',
    cell,
    difference: `${difference}000000`,
  }));

const cause = (cell: string, difference: number, breaks: readonly Off[]): TrueIssue => ({
  code: 'workbook.leafDiffers',
  severity: 'warning',
  cell,
  difference: `${difference}000000`,
  breaks: off(...breaks),
});

const YEARS = [2022, 2023, 2024, 2025];

/** A leaf of the reference that was changed: the same amount in each of its years. */
const leaf = (row: string, source: string, years: readonly number[], amount: number) => ({
  [row]: trieu(Object.fromEntries(years.map((year) => [`${year}|${source}|recurrent`, amount]))),
});

/** Rows and columns of a drawn sheet from 1. */
function changed(
  sheet: DrawnSheet,
  cells: readonly (readonly [row: number, column: number, value: Cell])[],
): DrawnSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row, at) =>
      row.map((cell, place) => cells.find(([r, c]) => r === at + 1 && c === place + 1)?.[2] ?? cell),
    ),
  };
}

const foreignF1 = (): DrawnSheet => appendix({ above: TOP }, { columns: F1, totals: F1_TOTALS });

function foreign(
  name: string,
  source: string,
  truth: Outcome,
  sheet: () => DrawnSheet,
  cells: readonly (readonly [number, number, Cell])[],
): Specimen {
  return {
    name,
    truth: { source: `exceljs: ${source}`, ...truth },
    make: () => draw(changed(sheet(), cells)),
  };
}

/** Our own export whose cells say another number, as a program that recalculates nothing leaves it. */
function own(
  name: string,
  form: FormId,
  source: string,
  truth: Outcome,
  cells: Readonly<Record<string, number>>,
): Specimen {
  const make = async (): Promise<Uint8Array> => {
    const plan = vinhLongPlan();
    const bytes = must(await writeForm(plan, totalsOf(plan), form));
    return edited(bytes, {
      'xl/worksheets/sheet1.xml': (xml) =>
        Object.entries(cells).reduce((text, [cell, value]) => {
          const pattern = new RegExp(`(<c r="${cell}"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*(</v>)`);
          if (!pattern.test(text)) throw new Error(`no number in ${cell}`);
          return text.replace(pattern, `$1${value}$2`);
        }, xml),
    });
  };
  return {
    name,
    truth: { source: `the product's own export on ${form}, its XML edited: ${source}`, ...truth },
    make,
  };
}

/** Totals by their columns, in one row. */
const inRow = (row: number, columns: string, difference: number): Off[] =>
  columns.split(' ').map((column) => [`${column}${row}`, difference]);

/**
 * What is off in F1 when central recurrent money of 3.1 says 180 triệu more a year: its own row first, then what stands
 * above it, then the totals. Its rows begin in row `top`.
 */
const brokenF1 = (top: number): Off[] => [
  ...inRow(top + 5, 'C E', 720),
  ...inRow(top + 5, 'G I K', 180),
  ...inRow(top + 4, 'C E', 720),
  ...inRow(top + 4, 'G I K M', 180),
  ...inRow(top + 13, 'G I K M', 180),
  ...inRow(top + 14, 'C E K M', 720),
];

/** F2, year 2023 alone, of the same leaf. */
const brokenF2 = (top: number): Off[] => [
  ...inRow(top + 5, 'C D F S T', 180),
  ...inRow(top + 4, 'C D F S T V', 180),
  ...inRow(top + 13, 'C D F S T V', 180),
];

/**
 * Both that leaf and local recurrent money of the first row, 50 triệu less in each of its three years. A total that both
 * break is said once, with its whole difference, under the cause that is left when the other is taken off.
 */
const BOTH: readonly TrueIssue[] = [
  cause('M11', 180, [
    ...inRow(11, 'C E', 720),
    ...inRow(11, 'G I K', 180),
    ...inRow(10, 'C E', 720),
    ...inRow(10, 'G I K M', 180),
    ...inRow(19, 'K M', 180),
    ...inRow(20, 'K M', 720),
  ]),
  cause('P6', -50, [
    ...inRow(6, 'C E', -150),
    ...inRow(6, 'G I N', -50),
    ...inRow(19, 'G I', 130),
    ...inRow(19, 'N P', -50),
    ...inRow(20, 'C E', 570),
    ...inRow(20, 'N P', -150),
  ]),
];

export const TOTALS: readonly Specimen[] = [
  foreign(
    'totals-f1-one-total',
    'F1 whose last total says 180 triệu more',
    { ...SAME, issues: off(['C20', -180]) },
    foreignF1,
    [[20, 3, 209_780]],
  ),
  foreign(
    'totals-f1-one-leaf',
    'F1 one of whose leaves says 180 triệu more: one cause',
    {
      ...SAME,
      except: leaf('DA4-TDA1', 'central', YEARS, 8430),
      issues: [cause('M11', 180, brokenF1(6))],
    },
    foreignF1,
    [[11, 13, 8430]],
  ),
  foreign(
    'totals-f1-two-leaves',
    'F1 two of whose leaves are wrong, one by 180 triệu more, one by 50 less: two causes',
    {
      ...SAME,
      except: { ...leaf('DA4-TDA1', 'central', YEARS, 8430), ...leaf('DA2', 'local', YEARS.slice(1), 450) },
      issues: BOTH,
    },
    foreignF1,
    [
      [11, 13, 8430],
      [6, 16, 450],
    ],
  ),
  foreign(
    'totals-f2-one-total',
    'F2 whose total of central money in 2023 says 180 triệu more',
    { ...SAME, issues: off(['T19', -180]) },
    yearAppendix,
    [[19, 20, 49_205]],
  ),
  foreign(
    'totals-f2-one-leaf',
    'F2 one of whose leaves of 2023 says 180 triệu more: one cause',
    { ...SAME, except: leaf('DA4-TDA1', 'central', [2023], 8430), issues: [cause('V11', 180, brokenF2(6))] },
    yearAppendix,
    [[11, 22, 8430]],
  ),
  own(
    'totals-own-f1-one-total',
    'F1',
    'the last total says 180 triệu more',
    { plan: 'reference', issues: off(['C21', -180]) },
    {
      C21: 209_780,
    },
  ),
  own(
    'totals-own-f1-one-leaf',
    'F1',
    'a leaf says 180 triệu more',
    {
      plan: 'reference',
      except: leaf('DA4-TDA1', 'central', YEARS, 8430),
      issues: [cause('M12', 180, brokenF1(7))],
    },
    { M12: 8430 },
  ),
  own(
    'totals-own-f2-one-leaf',
    'F2',
    'a leaf of 2023 says 180 triệu more',
    {
      plan: 'reference',
      except: leaf('DA4-TDA1', 'central', [2023], 8430),
      issues: [cause('V13', 180, brokenF2(8))],
    },
    { V13: 8430 },
  ),
];
