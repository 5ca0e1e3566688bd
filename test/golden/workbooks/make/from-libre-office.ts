import { writeForm } from '../../../electron/workbook/write-form.ts';
import { must, totalsOf, vinhLongPlan } from '../../../shared/plan/sample-plan.ts';
import { draw, repacked } from './draw.ts';
import { appendix, F1, F1_TOTALS, SAME, TOP } from './house-styles.ts';
import { converted, savedAgain, source } from './libre-office.ts';
import { issue, plan, row } from './small.ts';
import type { Specimen } from './truth.ts';

const year = (one: number, [investment, recurrent, local]: readonly [number, number, number]) => ({
  ...(investment ? { [`${one}|central|investment`]: investment } : {}),
  [`${one}|central|recurrent`]: recurrent,
  [`${one}|local|recurrent`]: local,
});
const both = (first: readonly [number, number, number], second: readonly [number, number, number]) => ({
  ...year(2024, first),
  ...year(2025, second),
});

export const FROM_LIBRE_OFFICE: readonly Specimen[] = [
  {
    name: 'libre-html',
    truth: {
      source:
        'LibreOffice from sources/bao-cao.html: a table with rowspan and colspan, line breaks in headings, the total first and its name merged over two columns',
      plan: plan(2024, 2025, [
        row('Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng', null, undefined, {
          code: 'DA3',
          ordinal: '1',
        }),
        row(
          'Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp',
          0,
          both([0, 6250, 200], [0, 6300, 200]),
          { code: 'DA3-TDA1', ordinal: '1.1' },
        ),
        row('Cải thiện dinh dưỡng', 0, both([0, 2375, 200], [0, 2400, 200]), { code: 'DA3-TDA2' }),
        row('Phát triển giáo dục nghề nghiệp, việc làm bền vững', null, undefined, { code: 'DA4' }),
        row('Phát triển giáo dục nghề nghiệp vùng khó khăn', 3, both([0, 6425, 1350], [0, 6500, 1400]), {
          code: 'DA4-TDA1',
        }),
        row('Hỗ trợ việc làm bền vững', 3, both([2500, 4750, 250], [1500, 4900, 250]), {
          code: 'DA4-TDA3',
          ordinal: '2.2',
        }),
      ]),
      unsure: ['DA4-TDA1'],
    },
    make: () => repacked(converted(source('bao-cao.html'))),
  },
  {
    name: 'libre-csv',
    truth: {
      source: 'LibreOffice from sources/phan-bo.csv: every cell a text, American numbers, nghìn đồng',
      plan: plan(
        2025,
        2025,
        [
          row('Hạ tầng thiết yếu', null, undefined, { ordinal: 'I' }),
          row('Cầu Cái Sơn', 0, { '2025|central|investment': 1000, '2025|local|investment': 300 }),
          row('Đường Ba Càng', 0, { '2025|central|investment': 500, '2025|local|investment': 150 }),
          row('Sinh kế', null, { '2025|central|recurrent': 750.25, '2025|local|recurrent': 75 }),
        ],
        { unit: 'nghin' },
      ),
    },
    make: () => repacked(converted(source('phan-bo.csv'))),
  },
  {
    name: 'libre-fods',
    truth: {
      source:
        'LibreOffice from sources/du-toan.fods: formulas, tỷ đồng in decimals that doubles cannot hold (0,1 + 0,2), bold and indented rows, one of them hidden',
      plan: plan(
        2024,
        2024,
        [
          row('Truyền thông'),
          row('Phát thanh cơ sở', 0, { '2024|central|recurrent': 100, '2024|local|recurrent': 50 }),
          row('Sổ tay tuyên truyền', 0, { '2024|central|recurrent': 200 }),
          row('Giám sát', null, { '2024|central|recurrent': 700 }),
        ],
        { unit: 'ty' },
      ),
      issues: [issue('hiddenRows', 'information', 'A7')],
    },
    make: () => repacked(converted(source('du-toan.fods'))),
  },
  {
    name: 'libre-f1-saved-again',
    truth: { source: 'exceljs, then opened and saved again by LibreOffice: F1 as printed', ...SAME },
    make: async () =>
      repacked(savedAgain(await draw(appendix({ above: TOP }, { columns: F1, totals: F1_TOTALS })))),
  },
  {
    name: 'libre-own-saved-again',
    truth: {
      source: "the product's own export on F2, opened, recalculated and saved again by LibreOffice",
      plan: 'reference',
    },
    make: async () => {
      const own = vinhLongPlan();
      return repacked(savedAgain(must(await writeForm(own, totalsOf(own), 'F2'))));
    },
  },
  {
    name: 'bad-circular',
    truth: {
      source:
        'LibreOffice from sources/vong-lap.fods: formulas that go in a circle, divide by zero, refer to what is gone',
      plan: plan(2024, 2024, [
        row('Tập huấn', null, { '2024|local|recurrent': 5 }),
        row('Kiểm tra', null, { '2024|central|recurrent': 7, '2024|local|recurrent': 2 }),
        row('Báo cáo'),
      ]),
      issues: [
        issue('cellIsError', 'error', 'D3'),
        issue('cellIsError', 'error', 'D5'),
        issue('cellIsError', 'error', 'E5'),
        issue('cellIsError', 'warning', 'C3'),
        issue('cellIsError', 'warning', 'C5'),
      ],
    },
    make: () => repacked(converted(source('vong-lap.fods'))),
  },
];
