import { heading } from './draw.ts';
import { drawn, issue, NO_TOTALS, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const TITLE = 'DỰ TOÁN KINH PHÍ NĂM 2024';
const HEADING = heading('TT|Nội dung|Tổng số|NSTW|<|NSĐP|<', '^|^|^|ĐTPT|SN|ĐTPT|SN');
const TI = '2024|central|investment';
const TR = '2024|central|recurrent';
const LI = '2024|local|investment';
const LR = '2024|local|recurrent';
const ROAD = 'Cầu nông thôn';
const CLASS = 'Tập huấn cán bộ';

export const UNITS_AND_NUMBERS: readonly Specimen[] = [
  drawn(
    'unit-in-heading',
    'the unit in brackets in the headings alone, amounts in nghìn đồng',
    {
      plan: plan(2024, 2024, [row(ROAD, null, { [TI]: 1200, [LR]: 0.5 })], { unit: 'nghin' }),
      issues: [NO_TOTALS],
    },
    table([TITLE], heading('TT|Nội dung|NSTW (nghìn đồng)|<|NSĐP (nghìn đồng)|<', '^|^|ĐTPT|SN|ĐTPT|SN'), [
      ['1', ROAD, 1_200_000, 0, 0, 500],
    ]),
  ),
  drawn(
    'unit-in-two-cells',
    '"Đơn vị tính:" in one cell and "Triệu đồng" in the next',
    { plan: plan(2024, 2024, [row(ROAD, null, { [TI]: 1200 })]) },
    {
      rows: [
        [TITLE],
        [null, null, null, null, null, 'Đơn vị tính:', 'Triệu đồng'],
        ...HEADING,
        ['1', ROAD, 1200, 1200, null, null, null],
      ],
    },
  ),
  drawn(
    'unit-of-letterhead',
    'a letterhead, the number of the form, a title on two lines, the unit beside a date',
    {
      plan: plan(2024, 2025, [
        row(ROAD, null, { '2024|central|investment': 1200, '2025|central|recurrent': 5 }),
      ]),
      issues: [NO_TOTALS],
    },
    {
      rows: [
        ['ỦY BAN NHÂN DÂN', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['TỈNH VĨNH LONG', null, null, 'Độc lập - Tự do - Hạnh phúc'],
        ['Biểu số 02/KH-2023'],
        ['NHU CẦU KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH'],
        ['GIAI ĐOẠN 2024 - 2025'],
        ['(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 03 tháng 01 năm 2023)'],
        [null, null, null, null, 'ĐVT: Triệu đồng'],
        ...heading('TT|Nội dung|Năm 2024|<|Năm 2025|<', '^|^|NSTW|<|NSTW|<', '^|^|ĐTPT|SN|ĐTPT|SN'),
        ['1', ROAD, 1200, null, null, 5],
      ],
    },
  ),
  drawn(
    'numbers-every-way',
    'numbers as offices type them: 62.500 and 1,5 and (1.234), dashes, no-break and trailing spaces, unit words, the sign of the đồng',
    {
      plan: plan(2024, 2024, [
        row(ROAD, null, { [TI]: 62_500, [TR]: 1.5, [LR]: -1234 }),
        row('Nhà văn hóa', null, { [TI]: 1500, [TR]: 2000, [LI]: 12_345 }),
        row(CLASS, null, { [TR]: 3000.25, [LI]: 700, [LR]: 3 }),
      ]),
    },
    table([TITLE, 'Đơn vị tính: triệu đồng'], HEADING, [
      ['1', ROAD, '61.267,5', '62.500', '1,5', '-', '(1.234)'],
      ['2', 'Nhà văn hóa', '15.845', ' 1.500\u00a0', '2.000 triệu đồng', '12.345  ', ' – '],
      ['3', CLASS, '3.703,25', '0', '3.000,25', 700, '3.000.000 đ'],
    ]),
  ),
  drawn(
    'numbers-contradict',
    'two conventions in one table: 1.500,5 beside 2,000.5; asked, and what then is no number is an error at its cell',
    {
      questions: [{ id: 'numbers', options: ['vi', 'en'] }],
      answered: {
        answers: { numbers: 'vi' },
        plan: plan(2024, 2024, [row(ROAD, null, { [TI]: 1500.5 }), row(CLASS)]),
        issues: [
          { code: 'amount.groupAfterDecimal', severity: 'error', cell: 'E6', difference: null },
          NO_TOTALS,
        ],
      },
    },
    table([TITLE, 'Đơn vị tính: triệu đồng'], HEADING, [
      ['1', ROAD, null, '1.500,5', null, null, null],
      ['2', CLASS, null, null, '2,000.5', null, null],
    ]),
  ),
  drawn(
    'numbers-open',
    'nothing but 1.500 and its like, and no total: asked',
    {
      questions: [{ id: 'numbers', options: ['vi', 'en'] }],
      answered: {
        answers: { numbers: 'en' },
        plan: plan(2024, 2024, [row(ROAD, null, { [TI]: 1.5, [LI]: 2.25 })]),
        issues: [NO_TOTALS],
      },
    },
    table(
      [TITLE, 'Đơn vị tính: tỷ đồng'].map((line) => line.replace('tỷ', 'triệu')),
      HEADING,
      [['1', ROAD, null, '1.500', null, '2.250', null]],
    ),
  ),
  drawn(
    'numbers-by-totals-one-wrong',
    'texts such as 1,500 whose convention only the totals decide, though one total is wrong',
    {
      plan: plan(2024, 2024, [
        row(ROAD, null, { [TI]: 1500, [LI]: 500 }),
        row(CLASS, null, { [TR]: 2750, [LR]: 250 }),
      ]),
      issues: [issue('totalDiffers', 'warning', 'C7', '-100000000')],
    },
    table([TITLE, 'Đơn vị tính: triệu đồng'], HEADING, [
      ['1', ROAD, '2,000', '1,500', '-', '500', '-'],
      ['2', CLASS, '3,000', '-', '2,750', '-', '250'],
      [null, 'Tổng số', '5,100', '1,500', '2,750', '500', '250'],
    ]),
  ),
];
