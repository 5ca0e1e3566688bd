import { heading } from './draw.ts';
import { drawn, issue, NO_TOTALS, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const UNIT = 'Đơn vị tính: triệu đồng';
const TI = '2024|central|investment';
const TR = '2024|central|recurrent';
const LI = '2024|local|investment';
const LR = '2024|local|recurrent';
const O = '2024|other|none';

const ROAD = 'Đường giao thông nông thôn ấp Phú Hòa';
const WATER = 'Công trình cấp nước tập trung';
const CLASS = 'Lớp truyền nghề đan lục bình';

/** Two rows of one year: what most headings here stand over. */
const TWO = [
  row(ROAD, null, { [TI]: 1200, [LI]: 300, [O]: 50 }),
  row(CLASS, null, { [TR]: 450.5, [LR]: 49.5 }),
];

export const HEADINGS: readonly Specimen[] = [
  drawn(
    'heading-one-level',
    'one row of headings that say all at once, an extra column of notes',
    { plan: plan(2024, 2024, TWO) },
    table(
      ['KẾ HOẠCH VỐN NĂM 2024', UNIT],
      heading(
        'STT|Nội dung|Tổng cộng|NSTW (ĐTPT)|NSTW (SN)|NSĐP - vốn đầu tư|NSĐP - vốn sự nghiệp|Huy động khác|Ghi chú',
      ),
      [
        ['1', ROAD, 1550, 1200, null, 300, null, 50, null],
        ['2', CLASS, 500, null, 450.5, null, 49.5, null, null],
        [null, 'Tổng cộng', 2050, 1200, 450.5, 300, 49.5, 50, null],
      ],
    ),
  ),
  drawn(
    'heading-five-levels',
    'five rows of headings: all money, the year, the budget, whose budget, what kind',
    {
      plan: plan(2024, 2024, TWO),
      columns: {
        A: 'ordinal',
        B: 'name',
        C: '2024.total',
        D: '2024.central.investment',
        E: '2024.central.recurrent',
        F: '2024.local.investment',
        G: '2024.local.recurrent',
        H: '2024.other.total',
      },
    },
    table(
      ['BIỂU 03: NHU CẦU VỐN', UNIT],
      heading(
        'TT|Nội dung|Tổng nhu cầu vốn|<|<|<|<|<',
        '^|^|Năm 2024|<|<|<|<|<',
        '^|^|Tổng số|Ngân sách nhà nước|<|<|<|Huy động khác',
        '^|^|^|Ngân sách trung ương|<|Ngân sách địa phương|<|^',
        '^|^|^|ĐTPT|SN|ĐTPT|SN|^',
      ),
      [
        ['1', ROAD, 1550, 1200, '-', 300, '-', 50],
        ['2', CLASS, 500, '-', 450.5, '-', 49.5, '-'],
      ],
    ),
  ),
  drawn(
    'heading-synonyms',
    'every column named in another way, with and without diacritics, in brackets, with line breaks and dots',
    {
      plan: plan(2023, 2024, [
        row(ROAD, null, {
          '2023|central|investment': 1,
          '2023|central|recurrent': 2,
          '2023|local|investment': 3,
          '2023|local|recurrent': 4,
          '2023|other|none': 5,
          '2024|central|investment': 6,
          '2024|central|recurrent': 7,
          '2024|local|investment': 8,
          '2024|local|recurrent': 9,
          '2024|other|none': 10,
        }),
      ]),
      columns: {
        A: 'ordinal',
        B: 'name',
        C: '2023.central.investment',
        D: '2023.central.recurrent',
        E: '2023.local.investment',
        F: '2023.local.recurrent',
        G: '2023.other.total',
        H: '2023.total',
        I: '2024.central.investment',
        J: '2024.central.recurrent',
        K: '2024.local.investment',
        L: '2024.local.recurrent',
        M: '2024.other.total',
        N: '2024.total',
        O: 'period.total',
      },
    },
    table(
      ['DỰ KIẾN NGUỒN VỐN', UNIT],
      heading(
        'Số thứ tự|Tên công trình, dự án|Năm 2023|<|<|<|<|<|Kế hoạch năm 2024|<|<|<|<|<|Tổng cộng 02 năm',
        '^|^|N.S.T.W|<|NS ĐP|<|Huy động hợp pháp khác|Cộng|Vốn TW|<|Vốn đối ứng của địa phương|<|Nguồn khác|Tổng|^',
        '^|^|Chi đầu tư phát triển|Chi thường xuyên|V\u1ed1n ĐT|Vốn SN|^|^|Dau tu cong|KPSN|ĐTPT|Kinh phí sự nghiệp|^|^|^',
      ),
      [[1, ROAD, 1, 2, 3, 4, 5, 15, 6, 7, 8, 9, 10, 40, 55]],
    ),
  ),
  drawn(
    'heading-columns-missing',
    'one column of money alone: recurrent money of the central budget',
    { plan: plan(2024, 2024, [row(CLASS, null, { [TR]: 450.5 })]), issues: [NO_TOTALS] },
    table(['DỰ TOÁN NĂM 2024', UNIT], heading('TT|Nội dung|NSTW (vốn sự nghiệp)'), [['1', CLASS, 450.5]]),
  ),
  drawn(
    'heading-extra-columns',
    'columns that no form has, of words and of numbers: kept as notes and said',
    {
      plan: plan(2024, 2024, [
        row(
          ROAD,
          null,
          { [TI]: 1200, [LI]: 300 },
          {
            note: 'Khởi công quý I; Đơn vị thực hiện: UBND xã Tân Hội; Số hộ hưởng lợi: 120; Thời gian: 2024',
          },
        ),
        row(WATER, null, { [TI]: 800 }, { note: 'Đơn vị thực hiện: Trung tâm Nước sạch; Thời gian: 2024' }),
      ]),
      issues: [
        issue('columnUnknown', 'warning', 'C3'),
        issue('columnUnknown', 'warning', 'F3'),
        issue('columnUnknown', 'warning', 'G3'),
        NO_TOTALS,
      ],
    },
    table(
      ['DANH MỤC CÔNG TRÌNH NĂM 2024', UNIT],
      heading(
        'TT|Danh mục công trình|Đơn vị thực hiện|Vốn đầu tư|<|Số hộ hưởng lợi|Thời gian|Ghi chú',
        '^|^|^|NSTW|NSĐP|^|^|^',
      ),
      [
        ['1', ROAD, 'UBND xã Tân Hội', 1200, 300, 120, '2024', 'Khởi công quý I'],
        ['2', WATER, 'Trung tâm Nước sạch', 800, null, null, '2024', null],
      ],
    ),
  ),
  drawn(
    'heading-hidden-and-subtotals',
    'a hidden row, a hidden column, and "Cộng dự án 1" under the rows that it sums',
    {
      plan: plan(2024, 2024, [
        row('Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng'),
        row(ROAD, 0, { [TI]: 1200, [LI]: 300 }),
        row(WATER, 0, { [TI]: 800, [LI]: 200 }),
        row('Dự án 2: Hỗ trợ việc làm'),
        row(CLASS, 3, { [TR]: 450, [LR]: 50 }),
      ]),
      issues: [issue('hiddenRows', 'information', 'A7'), issue('hiddenColumns', 'information', 'G3')],
    },
    {
      ...table(
        ['KẾ HOẠCH NĂM 2024', UNIT],
        heading('TT|Nội dung|Tổng số|NSTW|<|NSĐP|<', '^|^|^|ĐTPT|SN|ĐTPT|SN'),
        [
          ['I', 'Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng', null, null, null, null, null],
          ['1', ROAD, 1500, 1200, null, 300, null],
          ['2', WATER, 1000, 800, null, 200, null],
          [null, 'Cộng dự án 1', 2500, 2000, null, 500, null],
          ['II', 'Dự án 2: Hỗ trợ việc làm', null, null, null, null, null],
          ['1', CLASS, 500, null, 450, null, 50],
          [null, 'Cộng dự án 2', 500, null, 450, null, 50],
          [null, 'Tổng cộng (I + II)', 3000, 2000, 450, 500, 50],
        ],
      ),
      hiddenRows: [7],
      hiddenColumns: ['G'],
    },
  ),
];

/** Tables among tables: which one is read. */
const SMALL = heading('TT|Nội dung|Tổng số|NSTW|<|NSĐP|<', '^|^|^|ĐTPT|SN|ĐTPT|SN');
const DETAIL = [
  ['1', ROAD, 1500, 1200, null, 300, null],
  ['2', CLASS, 500, null, 450, null, 50],
  [null, 'Tổng cộng', 2000, 1200, 450, 300, 50],
];
const DETAIL_ROWS = [row(ROAD, null, { [TI]: 1200, [LI]: 300 }), row(CLASS, null, { [TR]: 450, [LR]: 50 })];
const OTHER = [
  ['1', WATER, 90, 70, null, 20, null],
  [null, 'Tổng cộng', 90, 70, null, 20, null],
];

export const TABLES: readonly Specimen[] = [
  drawn(
    'tables-two-on-a-sheet',
    'two tables on one sheet, the unit and the year said once above both: asked which',
    {
      questions: [{ id: 'table', options: ['Sheet1!A3', 'Sheet1!A9'] }],
      answered: {
        answers: { table: 'Sheet1!A9' },
        plan: plan(2024, 2024, [row(WATER, null, { [TI]: 70, [LI]: 20 })]),
      },
    },
    {
      rows: [
        ['PHÂN BỔ VỐN NĂM 2024'],
        [UNIT],
        ...SMALL,
        ...DETAIL,
        ['B. Huyện Bình Tân'],
        ...SMALL,
        ...OTHER,
      ],
    },
  ),
  drawn(
    'tables-repeated-heading',
    'one table whose heading is repeated on each of its printed pages, with a carried-over line of text',
    { plan: plan(2024, 2024, [...DETAIL_ROWS, row(WATER, null, { [TI]: 70, [LI]: 20 })]) },
    {
      rows: [
        ['PHÂN BỔ VỐN NĂM 2024'],
        [UNIT],
        ...SMALL,
        ...DETAIL.slice(0, 2),
        ...SMALL,
        ['3', WATER, 90, 70, null, 20, null],
        [null, 'Tổng cộng', 2090, 1270, 450, 320, 50],
      ],
    },
  ),
  drawn(
    'tables-hidden-and-summary',
    'three sheets: a hidden draft, a summary of totals alone, and the detailed table',
    { plan: plan(2024, 2024, DETAIL_ROWS) },
    { ...table(['BẢN NHÁP NĂM 2024', UNIT], SMALL, OTHER), name: 'Nháp', hidden: true },
    {
      ...table(['TỔNG HỢP NĂM 2024', UNIT], heading('TT|Nội dung|Tổng số|Trong đó NSNN'), [
        ['1', ROAD, 1500, 1500],
        ['2', CLASS, 500, 500],
      ]),
      name: 'Tổng hợp',
    },
    { ...table(['CHI TIẾT NĂM 2024', UNIT], SMALL, DETAIL), name: 'Chi tiết' },
  ),
  drawn(
    'tables-two-detailed-sheets',
    'two sheets with a detailed table each: asked which',
    {
      questions: [{ id: 'table', options: ['Huyện A!A3', 'Huyện B!A3'] }],
      answered: { answers: { table: 'Huyện A!A3' }, plan: plan(2024, 2024, DETAIL_ROWS) },
    },
    { ...table(['HUYỆN A NĂM 2024', UNIT], SMALL, DETAIL), name: 'Huyện A' },
    { ...table(['HUYỆN B NĂM 2024', UNIT], SMALL, OTHER), name: 'Huyện B' },
  ),
];
