import { draw, heading } from './draw.ts';
import { appendix, F1, F1_TOTALS, SAME, TOP, years } from './house-styles.ts';
import { NAMES, REFERENCE, retyped } from './reference.ts';
import { drawn, issue, plan, row, table } from './small.ts';
import type { Specimen } from './truth.ts';

const UNIT = 'Đơn vị tính: triệu đồng';
const ROAD = 'Nâng cấp đường liên ấp';
const HERD = 'Mô hình nuôi bò sinh sản';

/** F1 as printed, but with other lines under it. */
const under = (below: readonly string[]) => () =>
  draw(appendix({ above: TOP, below }, { columns: F1, totals: F1_TOTALS }));

/** How carelessly an office may retype a name, by its code. */
const CARELESS: Readonly<Record<string, string>> = {
  DA2: 'Da dạng hoá sinh kế, phát triển mô hình giảm nghèo',
  DA3: 'Hỗ trợ phát triển sản xuất và cải thiện dinh dưỡng',
  'DA3-TDA1': 'Hỗ trợ PT sản xuất trong lĩnh vực nông nghiệp',
  'DA4-TDA3': 'Hỗ trợ việc làm',
  DA6: 'TRUYỀN THÔNG VÀ GIẢM NGHÈO VỀ THÔNG TIN',
  'DA7-TDA2': 'Giám sát; đánh giá.',
};
const careless = ({ code, name }: { code: string; name: string }): string => CARELESS[code] ?? name;

export const SOURCES_AND_YEARS: readonly Specimen[] = [
  drawn(
    'sources-local-opened',
    'local money opened into province, district and commune, with kinds',
    {
      plan: plan(
        2024,
        2024,
        [
          row(ROAD, null, {
            '2024|central|investment': 1000,
            '2024|province|investment': 100,
            '2024|district|investment': 60,
            '2024|commune|investment': 40,
          }),
          row(HERD, null, {
            '2024|central|recurrent': 500,
            '2024|province|recurrent': 30,
            '2024|commune|recurrent': 20,
          }),
        ],
        { sources: ['central', 'province', 'district', 'commune', 'other'] },
      ),
    },
    table(
      ['KẾ HOẠCH VỐN NĂM 2024', UNIT],
      heading(
        'TT|Nội dung|Tổng số|NSTW|<|Ngân sách địa phương|<|<|<|<|<|<',
        '^|^|^|ĐTPT|SN|Cộng|Tỉnh|<|Huyện|<|Xã|<',
        '^|^|^|^|^|^|ĐTPT|SN|ĐTPT|SN|ĐTPT|SN',
      ),
      [
        ['1', ROAD, 1200, 1000, null, 200, 100, null, 60, null, 40, null],
        ['2', HERD, 550, null, 500, 50, null, 30, null, null, null, 20],
        [null, 'Tổng cộng', 1750, 1000, 500, 250, 100, 30, 60, null, 40, 20],
      ],
    ),
  ),
  drawn(
    'sources-other-opened',
    'other money opened: integrated, loans, enterprises, the community in cash and in labour',
    {
      plan: plan(
        2024,
        2024,
        [
          row(ROAD, null, {
            '2024|central|investment': 1000,
            '2024|integrated|none': 150,
            '2024|enterprise|none': 90,
            '2024|community-cash|none': 20,
            '2024|community-kind|none': 40,
          }),
          row(HERD, null, { '2024|central|recurrent': 500, '2024|credit|none': 300 }),
        ],
        {
          sources: [
            'central',
            'local',
            'integrated',
            'credit',
            'enterprise',
            'community-cash',
            'community-kind',
          ],
        },
      ),
    },
    table(
      ['KẾ HOẠCH VỐN NĂM 2024', UNIT],
      heading(
        'TT|Nội dung|Tổng số|NSTW|<|Huy động khác|<|<|<|<|<',
        '^|^|^|ĐTPT|SN|Cộng|Vốn lồng ghép|Vốn tín dụng|Doanh nghiệp|Cộng đồng, người dân|<',
        '^|^|^|^|^|^|^|^|^|Tiền mặt|Ngày công và hiện vật quy đổi',
      ),
      [
        ['1', ROAD, 1300, 1000, null, 300, 150, null, 90, 20, 40],
        ['2', HERD, 800, null, 500, 300, null, 300, null, null, null],
        [null, 'Tổng cộng', 2100, 1000, 500, 600, 150, 300, 90, 20, 40],
      ],
    ),
  ),
  drawn(
    'sources-levels-beside-kinds',
    'local money by kind, and once more by level without kinds: the levels are said not to count',
    {
      plan: plan(2024, 2024, [
        row(ROAD, null, { '2024|central|investment': 1000, '2024|local|investment': 200 }),
        row(HERD, null, { '2024|central|recurrent': 500, '2024|local|recurrent': 50 }),
      ]),
      issues: [issue('columnUnused', 'warning', 'H3'), issue('columnUnused', 'warning', 'I3')],
    },
    table(
      ['KẾ HOẠCH VỐN NĂM 2024', UNIT],
      heading(
        'TT|Nội dung|Tổng số|NSTW|<|Ngân sách địa phương|<|<|<',
        '^|^|^|ĐTPT|SN|ĐTPT|SN|Cấp tỉnh|Cấp xã',
      ),
      [
        ['1', ROAD, 1200, 1000, null, 200, null, 150, 50],
        ['2', HERD, 550, null, 500, null, 50, 30, 20],
      ],
    ),
  ),
  {
    name: 'years-of-footnotes',
    truth: {
      source:
        'exceljs: F1 whose funded years stand in two lines, in abbreviations, one with "từ năm … đến năm …"',
      ...SAME,
    },
    make: under([
      '(1) NSTW bố trí kinh phí 04 năm (từ năm 2022 đến năm 2025).',
      '(2) NSĐP đối ứng từ năm 2023 đến năm 2025; các nguồn khác huy động hằng năm.',
    ]),
  },
  {
    name: 'years-contradict',
    truth: {
      source: 'exceljs: F1 whose footnote counts 04 years and names three for central money: asked',
      questions: [{ id: 'funded.central', options: [] }],
      answered: { answers: { funded: { central: years(2022, 2025) } }, ...SAME },
    },
    make: under(['Ghi chú: NSTW hỗ trợ 04 năm (2023 - 2025), NSĐP hỗ trợ 03 năm (2023 - 2025)']),
  },
  {
    name: 'names-careless',
    truth: {
      source:
        'exceljs: F1 whose names have missing words, other diacritics and spellings, capitals, and whose projects are renumbered 1.1, 1.2',
      ...SAME,
      names: REFERENCE.map(careless),
      unsure: ['DA3', 'DA3-TDA1', 'DA4-TDA1', 'DA4-TDA3', 'DA6-TDA2', 'DA7'],
    },
    make: () => {
      const rows = retyped({
        columns: F1,
        name: careless,
        ordinal: ({ ordinal }) => `1.${ordinal}`,
        totals: F1_TOTALS,
      });
      const { rows: above } = appendix({ above: TOP }, { columns: F1 });
      return draw({ rows: [...above.slice(0, -1 - NAMES.length), ...rows, ...above.slice(-1)] });
    },
  },
];
