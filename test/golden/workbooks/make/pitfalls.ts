import { heading } from './draw.ts';
import { drawn, issue, NO_TOTALS, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const ABOVE = ['DỰ TOÁN KINH PHÍ NĂM 2024', 'Đơn vị tính: triệu đồng'];
const SIMPLE = heading('TT|Nội dung|Tổng số|NSTW (SN)|NSĐP (SN)');
const t = (central: number, local = 0): Record<string, number> => ({
  ...(central ? { '2024|central|recurrent': central } : {}),
  ...(local ? { '2024|local|recurrent': local } : {}),
});

/** What a reader easily takes for something else. */
export const PITFALLS: readonly Specimen[] = [
  drawn(
    'pitfall-plan-and-actual',
    'what was planned and what was done, in two blocks of the same columns: never taken for each other, asked',
    {
      questions: [
        { id: 'columns.C', options: ['none'] },
        { id: 'columns.E', options: ['none'] },
        { id: 'columns.D', options: ['none'] },
        { id: 'columns.F', options: ['none'] },
      ],
      answered: {
        answers: { columns: { E: 'none', F: 'none' } },
        plan: plan(2024, 2024, [row('Tập huấn', null, t(100, 10)), row('Kiểm tra', null, t(60, 5))]),
        issues: [NO_TOTALS],
      },
    },
    table(
      ABOVE,
      heading('TT|Nội dung|Kế hoạch|<|Thực hiện|<', '^|^|NSTW (SN)|NSĐP (SN)|NSTW (SN)|NSĐP (SN)'),
      [
        ['1', 'Tập huấn', 100, 10, 80, 8],
        ['2', 'Kiểm tra', 60, 5, 60, 0],
      ],
    ),
  ),
  drawn(
    'pitfall-marks-in-headings',
    'headings with marks of footnotes and with the sums of columns: NSTW (1), SN*, Tổng số (1)=(2)+(3)',
    {
      plan: plan(2024, 2024, [row('Tập huấn', null, t(100, 10)), row('Kiểm tra', null, t(60, 5))]),
      columns: {
        A: 'ordinal',
        B: 'name',
        C: '2024.total',
        D: '2024.central.recurrent',
        E: '2024.local.recurrent',
      },
    },
    table(ABOVE, heading('TT|Nội dung (*)|Tổng số (1)=(2)+(3)|NSTW (SN) (2)|NSĐP [1]', '||||SN*'), [
      ['1', 'Tập huấn', 110, 100, 10],
      ['2', 'Kiểm tra', 65, 60, 5],
    ]),
  ),
  drawn(
    'pitfall-labels-at-the-foot',
    'nothing merged, "TT" and "Nội dung" in the last row of the heading, the years in a row over it',
    {
      plan: plan(2024, 2025, [
        row('Tập huấn', null, {
          '2024|central|recurrent': 100,
          '2024|local|recurrent': 10,
          '2025|central|recurrent': 90,
          '2025|local|recurrent': 9,
        }),
      ]),
      issues: [NO_TOTALS],
    },
    table(
      ['DỰ TOÁN KINH PHÍ GIAI ĐOẠN 2024 - 2025', 'Đơn vị tính: triệu đồng'],
      heading('||Năm 2024||Năm 2025|', 'TT|Nội dung|NSTW (SN)|NSĐP (SN)|NSTW (SN)|NSĐP (SN)'),
      [['1', 'Tập huấn', 100, 10, 90, 9]],
    ),
  ),
  drawn(
    'pitfall-place-like-unit',
    '"Đơn vị: Đồng Tháp" says who, not in what: the unit is asked',
    {
      questions: [{ id: 'unit', options: ['dong', 'nghin', 'trieu', 'ty'] }],
      answered: { answers: { unit: 'trieu' }, plan: plan(2024, 2024, [row('Tập huấn', null, t(100, 10))]) },
    },
    table(['DỰ TOÁN KINH PHÍ NĂM 2024', 'Đơn vị: Đồng Tháp'], SIMPLE, [['1', 'Tập huấn', 110, 100, 10]]),
  ),
  drawn(
    'pitfall-notes-and-signatures',
    'under the table: numbered notes, a place and date, two signatures over the columns of amounts',
    { plan: plan(2024, 2024, [row('Tập huấn', null, t(100, 10)), row('Kiểm tra', null, t(60, 5))]) },
    table(ABOVE, SIMPLE, [
      ['1', 'Tập huấn', 110, 100, 10],
      ['2', 'Kiểm tra', 65, 60, 5],
      [null, 'Tổng cộng', 175, 160, 15],
      ['Ghi chú:', null, null, null, null],
      ['1', 'Mức chi theo Thông tư số 55/2023/TT-BTC', null, null, null],
      ['-', 'Số liệu làm tròn', null, null, null],
      [null, null, null, 'Vĩnh Long, ngày 15 tháng 01 năm 2024', null],
      [null, 'NGƯỜI LẬP BIỂU', null, 'TM. ỦY BAN NHÂN DÂN', null],
      [null, '(Ký, ghi rõ họ tên)', null, 'KT. CHỦ TỊCH', null],
      [null, 'Nguyễn Văn An', null, 'Trần Thị Bình', null],
    ]),
  ),
  drawn(
    'pitfall-words-of-sources',
    'xã hội hóa is no commune; "NS tỉnh đối ứng" is the province; "Tỷ lệ NSTW (%)" and "Tổng mức đầu tư" are no columns of a form',
    {
      plan: plan(
        2024,
        2024,
        [
          row(
            'Tập huấn',
            null,
            { '2024|central|recurrent': 100, '2024|province|recurrent': 10, '2024|other|none': 5 },
            { note: 'Tổng mức đầu tư: 120; Tỷ lệ NSTW (%): 86.9' },
          ),
        ],
        { sources: ['central', 'province', 'other'] },
      ),
      issues: [issue('columnUnknown', 'warning', 'C3'), issue('columnUnknown', 'warning', 'H3')],
    },
    table(
      ABOVE,
      heading(
        'TT|Nội dung|Tổng mức đầu tư|Tổng số|NSTW (SN)|NS tỉnh đối ứng (SN)|Vốn xã hội hóa|Tỷ lệ NSTW (%)',
      ),
      [['1', 'Tập huấn', 120, 115, 100, 10, 5, 86.9]],
    ),
  ),
  drawn(
    'pitfall-names-in-two-columns',
    'names of projects in one column, of their parts in the next',
    {
      plan: plan(2024, 2024, [
        row('Hạ tầng'),
        row('Đường liên ấp', 0, t(10)),
        row('Cầu', 0, t(20, 5)),
        row('Sinh kế', null, t(30)),
      ]),
    },
    table(ABOVE, heading('Dự án|Tiểu dự án|Tổng số|NSTW (SN)|NSĐP (SN)'), [
      ['Hạ tầng', null, 35, 30, 5],
      [null, 'Đường liên ấp', 10, 10, null],
      [null, 'Cầu', 25, 20, 5],
      ['Sinh kế', null, 30, 30, null],
      ['Tổng cộng', null, 65, 60, 5],
    ]),
  ),
  drawn(
    'pitfall-page-totals',
    'a sum carried from page to page: "Cộng trang 1" and "Mang sang" are no projects, and nobody knows what rows they sum',
    {
      plan: plan(2024, 2024, [row('Tập huấn', null, t(100, 10)), row('Kiểm tra', null, t(60, 5))]),
      issues: [issue('subtotalUnclear', 'error', 'C5'), issue('subtotalUnclear', 'error', 'C6')],
    },
    table(ABOVE, SIMPLE, [
      ['1', 'Tập huấn', 110, 100, 10],
      [null, 'Cộng trang 1', 110, 100, 10],
      [null, 'Mang sang', 110, 100, 10],
      ['2', 'Kiểm tra', 65, 60, 5],
      [null, 'Tổng cộng', 175, 160, 15],
    ]),
  ),
  drawn(
    'pitfall-unreadable-leaf',
    'words where an amount should be, in a row among rows: an error at its cell, never zero',
    {
      plan: plan(2024, 2024, [row('Tập huấn', null, t(100)), row('Kiểm tra', null, t(60, 5))]),
      issues: [
        { code: 'block.words', severity: 'error', cell: 'E4', difference: null },
        issue('totalDiffers', 'warning', 'E6', '-10000000'),
      ],
    },
    table(ABOVE, SIMPLE, [
      ['1', 'Tập huấn', 100, 100, 'chưa rõ'],
      ['2', 'Kiểm tra', 65, 60, 5],
      [null, 'Tổng cộng', 165, 160, 15],
    ]),
  ),
];
