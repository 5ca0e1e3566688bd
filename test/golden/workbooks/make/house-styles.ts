import { year } from '../../../../shared/plan/ids.ts';
import type { Period } from '../../../../shared/plan/plan.ts';
import { type Cell, type DrawnSheet, draw, heading } from './draw.ts';
import { FOOTNOTE, grouped, REFERENCE, type Retyped, retyped, TITLE, UNSURE } from './reference.ts';
import type { Outcome, Specimen } from './truth.ts';

export const F1 = [
  ...['tt', 'name', 'period.total', 'period.investment', 'period.recurrent', 'period.other'],
  ...['year.total', 'year.investment', 'year.recurrent', 'year.other'],
  ...['central.total', 'central.investment', 'central.recurrent'],
  ...['local.total', 'local.investment', 'local.recurrent', 'other.total'],
];

export const F1_HEADING = heading(
  'TT|Nội dung|Tổng giai đoạn 2022 - 2025|<|<|<|Kinh phí 01 năm|<|<|<|NSTW|<|<|NSĐP|<|<|Huy động hợp pháp khác',
  '^|^|Tổng số|ĐTPT|SN|Huy động khác|Tổng số|ĐTPT|SN|Huy động khác|Tổng số|ĐTPT|SN|Tổng số|ĐTPT|SN|^',
);

export const F1_TOTALS = { oneYear: 'Kinh phí các dự án 01 năm', period: 'Tổng giai đoạn 2022 - 2025' };

interface House {
  /** Lines above the table. */
  readonly above?: readonly string[];
  readonly heading?: readonly (readonly Cell[])[];
  readonly below?: readonly string[];
}

/** The reference appendix as one house types it. */
export function appendix(
  { above = [], heading: head = F1_HEADING, below = [FOOTNOTE] }: House,
  how: Retyped,
): DrawnSheet {
  const line = (text: string): Cell[] => [text];
  return { rows: [...above.map(line), ...head, ...retyped(how), ...below.map(line)] };
}

export const TOP = [
  TITLE,
  '(Kèm theo Quyết định số 1424/QĐ-UBND ngày 14 tháng 7 năm 2022)',
  'Đơn vị tính: Triệu đồng',
];
export const SAME: Outcome = { plan: 'reference', unsure: UNSURE };

function house(name: string, source: string, style: House, how: Retyped, truth: Outcome = SAME): Specimen {
  return { name, truth: { source: `exceljs: ${source}`, ...truth }, make: () => draw(appendix(style, how)) };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

export const HOUSE_STYLES: readonly Specimen[] = [
  house(
    'style-01-as-printed',
    'F1 as the decision prints it, merged, numbers as numbers',
    { above: TOP },
    { columns: F1, totals: F1_TOTALS },
  ),
  house(
    'style-02-abbreviated-unmerged',
    'F1 with nothing merged, abbreviations with dots, the unit in the heading of the table',
    {
      above: ['BIỂU TỔNG HỢP NHU CẦU KINH PHÍ GIAI ĐOẠN 2022-2025', '(ĐVT: trđ)'],
      heading: heading(
        'STT|Danh mục dự án|Tổng GĐ 2022-2025||||KP 1 năm||||NS TW|||NS ĐP|||Khác',
        '||TS|ĐTPT|SN|Khác|TS|ĐTPT|SN|Khác|TS|ĐTPT|SN|TS|ĐTPT|SN|',
      ),
    },
    { columns: F1, totals: { oneYear: 'Tổng cộng 01 năm', period: 'Tổng cộng giai đoạn 2022-2025' } },
  ),
  house(
    'style-03-without-diacritics',
    'F1 in capitals without diacritics, long headings in another order of words',
    {
      above: [
        'KINH PHI THUC HIEN CTMTQG GIAM NGHEO BEN VUNG GIAI DOAN 2022 - 2025',
        'DON VI TINH: TRIEU DONG',
      ],
      heading: heading(
        'SO TT|NOI DUNG|TONG KINH PHI GIAI DOAN 2022 - 2025|<|<|<|KINH PHI MOI NAM|<|<|<|NGAN SACH TRUNG UONG|<|<|NGAN SACH DIA PHUONG|<|<|NGUON KHAC',
        '^|^|TONG CONG|VON DAU TU|SU NGHIEP|HUY DONG KHAC|TONG CONG|VON DAU TU|SU NGHIEP|HUY DONG KHAC|CONG|VON DAU TU|SU NGHIEP|CONG|VON DAU TU|SU NGHIEP|^',
      ),
      below: [
        'Ghi chu: Ngan sach Trung uong ho tro 04 nam (2022 - 2025), ngan sach dia phuong ho tro 03 nam (2023 - 2025)',
      ],
    },
    { columns: F1, totals: { oneYear: 'CONG 01 NAM', period: 'TONG GIAI DOAN 2022 - 2025' } },
  ),
  house(
    'style-04-texts-for-numbers',
    'F1 whose every amount is a text in the Vietnamese convention, "-" for zero',
    { above: TOP },
    { columns: F1, totals: F1_TOTALS, amount: (amount) => (amount === 0 ? ' - ' : grouped(amount, '.')) },
  ),
  house(
    'style-05-english-numbers',
    'F1 whose every amount is a text as an American Excel writes it: 62,500.00',
    { above: TOP },
    { columns: F1, totals: F1_TOTALS, amount: (amount) => `${grouped(amount, ',')}.00` },
  ),
  house(
    'style-06-dong',
    'F1 in đồng, amounts as numbers, "Đơn vị tính: đồng"',
    { above: [TITLE, 'Đơn vị tính: đồng'] },
    { columns: F1, totals: F1_TOTALS, amount: (amount) => amount * 1_000_000 },
  ),
  house(
    'style-07-ty-as-texts',
    'F1 in tỷ đồng with decimal commas in texts: 62,5',
    { above: [`${TITLE} (tỷ đồng)`] },
    {
      columns: F1,
      totals: F1_TOTALS,
      amount: (amount) => (amount === 0 ? '0' : `${amount / 1000}`.replace('.', ',')),
    },
  ),
  house(
    'style-08-roman-totals-first',
    'F1 with Roman numerals over plain numbers, totals above the rows, the unit at the right',
    {
      above: ['Phụ lục I', 'DỰ KIẾN KINH PHÍ GIAI ĐOẠN 2022 - 2025', 'Đvt: triệu đồng'],
      heading: heading(
        'STT|Tên dự án, tiểu dự án|Tổng giai đoạn 2022 - 2025|<|<|<|Bình quân 01 năm|<|<|<|Ngân sách Trung ương|<|<|Ngân sách địa phương|<|<|Huy động khác',
        '^|^|Tổng cộng|Đầu tư phát triển|Sự nghiệp|Huy động khác|Tổng cộng|Đầu tư phát triển|Sự nghiệp|Huy động khác|Tổng cộng|Đầu tư phát triển|Sự nghiệp|Tổng cộng|Đầu tư phát triển|Sự nghiệp|^',
      ),
    },
    {
      columns: F1,
      totalsFirst: true,
      totals: { oneYear: 'TỔNG CỘNG', period: 'TỔNG GIAI ĐOẠN' },
      ordinal: ({ ordinal, level }) =>
        level === 1 ? (ROMAN[Number(ordinal) - 1] ?? '') : (ordinal.split('.')[1] ?? ''),
    },
  ),
  house(
    'style-09-no-numbers-indented',
    'F1 without TT or codes: bold rows over indented ones',
    {
      above: TOP,
      heading: heading(
        'Nội dung|Tổng giai đoạn 2022 - 2025|<|<|<|Kinh phí 01 năm|<|<|<|NSTW|<|<|NSĐP|<|<|Huy động hợp pháp khác',
        '^|Tổng số|ĐTPT|SN|Huy động khác|Tổng số|ĐTPT|SN|Huy động khác|Tổng số|ĐTPT|SN|Tổng số|ĐTPT|SN|^',
      ),
    },
    {
      columns: F1.slice(1),
      totals: F1_TOTALS,
      name: ({ name, level }) => (level === 1 ? { value: name, bold: true } : { value: name, indent: 2 }),
    },
  ),
  house(
    'style-10-reordered-numbered',
    'F1 with sources first and the period last, a row of column numbers, "Vốn đầu tư" and "Chi thường xuyên"',
    {
      above: TOP,
      heading: heading(
        'Số TT|Nội dung|Vốn khác|NSNN 01 năm|<|<|<|<|<|Kinh phí 01 năm|<|<|<|Cả giai đoạn 2022-2025|<|<|<',
        '^|^|^|Ngân sách địa phương|<|<|Ngân sách Trung ương|<|<|Chi thường xuyên|Vốn đầu tư|Khác|Cộng|Cộng|Khác|Chi thường xuyên|Vốn đầu tư',
        '^|^|^|Chi thường xuyên|Vốn đầu tư|Cộng|Chi thường xuyên|Vốn đầu tư|Cộng|^|^|^|^|^|^|^|^',
        'A|B|1|2|3|4=2+3|5|6|7=5+6|8|9|10|11=8+9+10|12|13|14|15',
      ),
    },
    {
      columns: [
        ...['tt', 'name', 'other.total', 'local.recurrent', 'local.investment', 'local.total'],
        ...['central.recurrent', 'central.investment', 'central.total'],
        ...['year.recurrent', 'year.investment', 'year.other', 'year.total'],
        ...['period.total', 'period.other', 'period.recurrent', 'period.investment'],
      ],
      totals: { oneYear: 'Cộng 01 năm', period: 'Cộng giai đoạn 2022-2025' },
    },
  ),
  house(
    'style-11-no-footnote',
    'F1 without the footnote on funded years: local money is asked for, central money too, for the columns of the period mix them',
    { above: TOP, below: [] },
    { columns: F1, totals: F1_TOTALS },
    {
      questions: [
        { id: 'funded.central', options: [] },
        { id: 'funded.local', options: [] },
      ],
      answered: {
        answers: { funded: { central: years(2022, 2025), local: years(2023, 2025) } },
        ...SAME,
      },
    },
  ),
  house(
    'style-12-no-unit',
    'F1 that says its unit nowhere',
    { above: [TITLE] },
    { columns: F1, totals: F1_TOTALS },
    {
      questions: [{ id: 'unit', options: ['dong', 'nghin', 'trieu', 'ty'] }],
      answered: { answers: { unit: 'trieu' }, ...SAME },
    },
  ),
  house(
    'style-13-named-levels',
    'F1 whose rows say "Dự án 3:" and "Tiểu dự án 1:" before their names and have no numbers',
    { above: TOP },
    {
      columns: F1,
      totals: F1_TOTALS,
      ordinal: () => null,
      name: (row) => levelName(row.code, row.name),
    },
    { ...SAME, names: REFERENCE.map(({ code, name }) => levelName(code, name)) },
  ),
  house(
    'style-14-leaves-only',
    'F1 reduced to the columns of the sources of one year: nothing of the period, so that no column tells which years other money is for, and no footnote does',
    {
      above: TOP,
      heading: heading(
        'TT|Nội dung|Kinh phí hằng năm|<|<|<|<',
        '^|^|NSTW|<|NSĐP|<|Khác',
        '^|^|ĐTPT|SN|ĐTPT|SN|^',
      ),
    },
    {
      columns: [
        'tt',
        'name',
        'central.investment',
        'central.recurrent',
        'local.investment',
        'local.recurrent',
        'other.total',
      ],
      totals: { oneYear: 'Cộng' },
    },
    {
      questions: [{ id: 'funded.other', options: [] }],
      answered: { answers: { funded: { other: years(2022, 2025) } }, ...SAME },
    },
  ),
];

export function years(first: number, last: number): Period {
  return { first: year(first), last: year(last) };
}

function levelName(code: string, name: string): string {
  const [, project = '', sub] = /^DA(\d+)(?:-TDA(\d+))?$/.exec(code) ?? [];
  return sub === undefined ? `Dự án ${project}: ${name}` : `Tiểu dự án ${sub}: ${name}`;
}
