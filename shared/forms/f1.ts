import type { Form, MarginRule } from './form.ts';

/** Tổng số, ĐTPT, SN, Huy động khác. The kinds of these columns are of the budget: other money has no kind. */
const MARGINS: readonly MarginRule[] = [
  { kind: 'margin', id: 'total', title: 'Tổng số', source: 'all', capital: 'all' },
  { kind: 'margin', id: 'investment', title: '{investment}', source: 'budget', capital: 'investment' },
  { kind: 'margin', id: 'recurrent', title: '{recurrent}', source: 'budget', capital: 'recurrent' },
  {
    kind: 'margin',
    id: 'unclassified',
    title: 'Chưa phân loại',
    source: 'budget',
    capital: 'none',
    onlyWhereUsed: true,
  },
  { kind: 'margin', id: 'other', title: 'Huy động khác', source: 'other', capital: 'all' },
];

/** F1, one year and period: the reference form of Decision 1424/QĐ-UBND (Vĩnh Long, 14/7/2022). */
export const F1: Form = {
  id: 'F1',
  name: { vi: 'Một năm và giai đoạn', en: 'One year and period' },
  columns: [
    {
      kind: 'block',
      id: 'period',
      title: 'Tổng giai đoạn {first} - {last}',
      years: 'period',
      columns: MARGINS,
      inOneYearPlan: 'skip',
    },
    {
      kind: 'block',
      id: 'year',
      title: 'Kinh phí 01 năm',
      years: 'oneYear',
      columns: MARGINS,
      inOneYearPlan: { title: 'Kinh phí năm {first}' },
    },
    { kind: 'source', source: 'central', title: 'NSTW', years: 'oneYear' },
    { kind: 'source', source: 'local', title: 'NSĐP', years: 'oneYear' },
    { kind: 'source', source: 'other', title: 'Huy động hợp pháp khác', years: 'oneYear' },
  ],
  totalRows: [
    {
      code: 'one-year',
      title: 'Kinh phí các dự án 01 năm',
      inOneYearPlan: 'Kinh phí các dự án năm {first}',
      blank: ['period'],
      oneYearAs: 'oneYear',
    },
    {
      code: 'period',
      title: 'Tổng giai đoạn {first} - {last}',
      inOneYearPlan: null,
      blank: ['year'],
      oneYearAs: 'period',
    },
  ],
  notes: false,
  needsEqualYears: true,
};
