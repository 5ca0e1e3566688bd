import { type Cell, type DrawnSheet, draw, heading } from './draw.ts';
import { appendix, SAME } from './house-styles.ts';
import { grouped, type Retyped, TITLE } from './reference.ts';
import type { Outcome, Specimen } from './truth.ts';

const YEARS = [2022, 2023, 2024, 2025];
const KINDS = ['total', 'investment', 'recurrent'];

/** The columns of F2 for a year or the period. */
const block = (when: string): string[] => [
  `${when}.total`,
  ...KINDS.map((kind) => `${when}.central.${kind}`),
  ...KINDS.map((kind) => `${when}.local.${kind}`),
  when === 'period' ? 'period.other' : `${when}.other.total`,
];

const F2 = ['tt', 'name', ...['period', ...YEARS].flatMap((when) => block(`${when}`))];

function year(
  name: string,
  source: string,
  parts: { above: string[]; heading: Cell[][] },
  how: Retyped,
  truth: Outcome = {},
): Specimen {
  return {
    name,
    truth: { source: `exceljs: ${source}`, ...SAME, ...truth },
    make: () => draw(appendix(parts, how)),
  };
}

const over = (group: string, width: number): string => `${group}${'|<'.repeat(width - 1)}`;

const BLOCKS = {
  above: [TITLE, 'Đơn vị: Triệu đồng'],
  heading: heading(
    ['TT|Nội dung', over('Tổng giai đoạn 2022-2025', 8), ...YEARS.map((one) => over(`Năm ${one}`, 8))].join(
      '|',
    ),
    ['^|^', ...YEARS.concat(0).map(() => 'Tổng số|NSTW|<|<|NSĐP|<|<|Khác')].join('|'),
    ['^|^', ...YEARS.concat(0).map(() => '^|Tổng|ĐTPT|SN|Tổng|ĐTPT|SN|^')].join('|'),
  ),
};
const SUMMED: Retyped = { columns: F2, totals: { sum: 'Tổng cộng' } };

/** F2 as most houses type it: its rows begin in row 6. */
export const yearAppendix = (): DrawnSheet => appendix(BLOCKS, SUMMED);

export const YEAR_STYLES: readonly Specimen[] = [
  year(
    'years-01-blocks',
    'F2: a merged block of columns for the period and each year, three levels',
    BLOCKS,
    SUMMED,
  ),
  year(
    'years-02-sources-over-years',
    'F2 turned round: sources over kinds over years, years as numbers, texts in the Vietnamese convention',
    {
      above: ['NHU CẦU VỐN THỰC HIỆN CHƯƠNG TRÌNH GIAI ĐOẠN 2022-2025', 'Đơn vị tính: triệu đồng'],
      heading: [
        ...heading(
          [
            'TT|Danh mục',
            over('Ngân sách trung ương', 8),
            over('Ngân sách địa phương', 8),
            over('Nguồn vốn khác', 4),
          ].join('|'),
          [
            '^|^',
            over('Vốn đầu tư phát triển', 4),
            over('Kinh phí sự nghiệp', 4),
            over('Vốn đầu tư phát triển', 4),
            over('Kinh phí sự nghiệp', 4),
            '^|^|^|^',
          ].join('|'),
        ).map((line, at) => (at === 1 ? [...line.slice(0, -4), null, null, null, null] : line)),
        ['^', '^', ...[1, 2, 3, 4, 5].flatMap(() => YEARS)],
      ],
    },
    {
      columns: [
        'tt',
        'name',
        ...[
          'central.investment',
          'central.recurrent',
          'local.investment',
          'local.recurrent',
          'other.total',
        ].flatMap((id) => YEARS.map((one) => `${one}.${id}`)),
      ],
      totals: { sum: 'TỔNG SỐ' },
      amount: (amount) => (amount === 0 ? '-' : grouped(amount, '.')),
    },
  ),
  year(
    'years-03-total-first-unmerged',
    'F2 with nothing merged, the total first, a row of column numbers and a column of notes',
    {
      above: ['DỰ TOÁN KINH PHÍ THEO NĂM', 'ĐVT: 1.000 đồng'],
      heading: heading(
        ['STT|Nội dung', ...YEARS.map((one) => `Năm ${one}||||`), 'Ghi chú'].join('|'),
        ['|', ...YEARS.map(() => 'NSTW||NSĐP||Huy động khác'), ''].join('|'),
        ['|', ...YEARS.map(() => 'ĐT|SN|ĐT|SN|'), ''].join('|'),
        ['(1)|(2)', ...Array.from({ length: 21 }, (_, at) => `(${at + 3})`)].join('|'),
      ),
    },
    {
      columns: [
        'tt',
        'name',
        ...YEARS.flatMap((one) =>
          [
            'central.investment',
            'central.recurrent',
            'local.investment',
            'local.recurrent',
            'other.total',
          ].map((id) => `${one}.${id}`),
        ),
        '',
      ],
      totals: { sum: 'Tổng cộng' },
      totalsFirst: true,
      amount: (amount) => amount * 1000,
    },
  ),
];
