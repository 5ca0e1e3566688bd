import { year } from '../../../../shared/plan/ids.ts';
import { heading } from './draw.ts';
import { drawn, issue, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const TITLE = 'DỰ TOÁN KINH PHÍ NĂM 2024';
const UNIT = 'Đơn vị tính: triệu đồng';
const SIMPLE = heading('TT|Nội dung|Tổng số|NSTW (SN)|NSĐP (SN)');
const t = (central: number, local = 0, one = 2024): Record<string, number> => ({
  ...(central ? { [`${one}|central|recurrent`]: central } : {}),
  ...(local ? { [`${one}|local|recurrent`]: local } : {}),
});
const TWO = [row('Tập huấn', null, t(100, 10)), row('Kiểm tra', null, t(60, 5))];
const ROWS = [
  ['1', 'Tập huấn', 110, 100, 10],
  ['2', 'Kiểm tra', 65, 60, 5],
];

/** What a file leaves open and only an officer knows. */
export const ASKED: readonly Specimen[] = [
  drawn(
    'asked-period',
    'no year anywhere: asked which',
    {
      questions: [{ id: 'period', options: [] }],
      answered: { answers: { period: { first: year(2024), last: year(2024) } }, plan: plan(2024, 2024, TWO) },
    },
    table(['DỰ TOÁN KINH PHÍ', UNIT], SIMPLE, ROWS),
  ),
  drawn(
    'asked-years',
    "a period in the title, columns without years: one year's money or the period's",
    {
      questions: [{ id: 'years', options: ['oneYear', 'period'] }],
      answered: {
        answers: {
          years: 'oneYear',
          funded: {
            central: { first: year(2024), last: year(2025) },
            local: { first: year(2025), last: year(2025) },
          },
        },
        plan: {
          ...plan(2024, 2025, [
            row('Tập huấn', null, { ...t(100), ...t(100, 10, 2025) }),
            row('Kiểm tra', null, { ...t(60), ...t(60, 5, 2025) }),
          ]),
          funded: { central: [2024, 2025], local: [2025], other: [2024, 2025] },
        },
      },
    },
    table(['DỰ TOÁN KINH PHÍ GIAI ĐOẠN 2024 - 2025', UNIT], SIMPLE, ROWS),
  ),
  drawn(
    'asked-kinds',
    'money of the local budget that no column tells apart by kind: asked which',
    {
      questions: [{ id: 'columns.E', options: ['2024.local.investment', '2024.local.recurrent', 'none'] }],
      answered: { answers: { columns: { E: '2024.local.recurrent' } }, plan: plan(2024, 2024, TWO) },
    },
    table([TITLE, UNIT], heading('TT|Nội dung|Tổng số|NSTW (SN)|NSĐP'), ROWS),
  ),
];

/** More of what a reader easily takes for something else. */
export const MORE_PITFALLS: readonly Specimen[] = [
  drawn(
    'pitfall-rows-of-localities',
    'rows of localities under "Đơn vị, địa phương"',
    {
      plan: plan(2024, 2024, [
        row('Huyện Tam Bình', null, t(100, 10)),
        row('Thị xã Bình Minh', null, t(60, 5)),
        row('Sở Nông nghiệp', null, t(7)),
      ]),
    },
    table([TITLE, UNIT], heading('STT|Địa phương|Tổng số|NSTW (SN)|NSĐP (SN)'), [
      ['1', 'Huyện Tam Bình', 110, 100, 10],
      ['2', 'Thị xã Bình Minh', 65, 60, 5],
      ['3', 'Sở Nông nghiệp', 7, 7, null],
      [null, 'Toàn tỉnh', 182, 167, 15],
    ]),
  ),
  drawn(
    'pitfall-column-kinh-phi',
    '"Kinh phí" over a column of amounts is their total; "Mục tiêu" beside the names is a note',
    {
      plan: plan(2024, 2024, [
        row('Tập huấn', null, t(100, 10), { note: 'Mục tiêu: 5 lớp' }),
        row('Kiểm tra', null, t(60, 5), { note: '' }),
      ]),
      columns: {
        A: 'ordinal',
        B: 'name',
        C: 'name',
        D: '2024.total',
        E: '2024.central.recurrent',
        F: '2024.local.recurrent',
      },
    },
    table([TITLE, UNIT], heading('TT|Nội dung|Mục tiêu|Kinh phí|NSTW (SN)|NSĐP (SN)'), [
      ['1', 'Tập huấn', '5 lớp', 110, 100, 10],
      ['2', 'Kiểm tra', null, 65, 60, 5],
      [null, 'Cộng', null, 175, 160, 15],
    ]),
  ),
  drawn(
    'pitfall-title-in-one-cell',
    'title, decision and unit in one cell, line by line',
    { plan: plan(2024, 2024, TWO) },
    table([`${TITLE}\n(Kèm theo Công văn số 12/UBND-KT ngày 05/01/2023)\n(ĐVT: triệu đồng)`], SIMPLE, ROWS),
  ),
  drawn(
    'pitfall-empty-rows',
    'empty rows under the heading and between the rows, a heading of a section without amounts',
    {
      plan: plan(2024, 2024, [
        row('Nhiệm vụ thường xuyên'),
        row('Tập huấn', 0, t(100, 10)),
        row('Kiểm tra', 0, t(60, 5)),
        row('Nhiệm vụ đột xuất'),
        row('Dự phòng', 3, t(5)),
      ]),
    },
    table([TITLE, UNIT], SIMPLE, [
      [],
      ['I', 'Nhiệm vụ thường xuyên', null, null, null],
      [],
      ...ROWS,
      [],
      [],
      ['II', 'Nhiệm vụ đột xuất', null, null, null],
      ['1', 'Dự phòng', 5, 5, null],
      [],
      [null, 'Tổng cộng', 180, 165, 15],
    ]),
  ),
  drawn(
    'pitfall-spaces-in-numbers',
    '"1 500" may be two numbers: an error at its cell',
    {
      plan: plan(2024, 2024, [row('Tập huấn', null, t(0, 10)), row('Kiểm tra', null, t(60, 5))]),
      issues: [
        { code: 'amount.spaceInside', severity: 'error', cell: 'D4', difference: null },
        issue('totalDiffers', 'warning', 'C4', '-1500000000'),
      ],
    },
    table([TITLE, UNIT], SIMPLE, [
      ['1', 'Tập huấn', 1510, '1 500', 10],
      ['2', 'Kiểm tra', 65, 60, 5],
    ]),
  ),
  drawn(
    'pitfall-names-like-totals',
    'a long total above the rows; rows named "Tổng kết" and "Cộng đồng", which sum nothing',
    {
      plan: plan(2024, 2024, [
        row('Cộng đồng tham gia giám sát', null, t(100, 10)),
        row('Tổng kết, khen thưởng', null, t(60, 5)),
        row('Tổng hợp số liệu, báo cáo', null, t(40)),
      ]),
    },
    table([TITLE, UNIT], SIMPLE, [
      [null, 'TỔNG KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH NĂM 2024', 215, 200, 15],
      [null, 'Cộng đồng tham gia giám sát', 110, 100, 10],
      [null, 'Tổng kết, khen thưởng', 65, 60, 5],
      [null, 'Tổng hợp số liệu, báo cáo', 40, 40, null],
    ]),
  ),
  drawn(
    'pitfall-total-by-another-name',
    'a last row without number, named "Chung", that is the sum of the rows over it: their total, and it is said',
    { plan: plan(2024, 2024, TWO), issues: [issue('takenForTotal', 'warning', 'C6')] },
    table([TITLE, UNIT], SIMPLE, [...ROWS, [null, 'Chung', 175, 160, 15]]),
  ),
  drawn(
    'pitfall-period-alone',
    "a period's money by source without any year: from which no plan can be made",
    { refused: { code: 'workbook.noLeafColumns', params: {} } },
    table(
      ['KINH PHÍ GIAI ĐOẠN 2024 - 2025', UNIT],
      heading('TT|Nội dung|Tổng giai đoạn 2024 - 2025|<|<', '^|^|Tổng số|NSTW (SN)|NSĐP (SN)'),
      ROWS,
    ),
  ),
];
