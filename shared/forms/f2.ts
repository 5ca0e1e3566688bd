import type { Form, MarginRule, SourceRule } from './form.ts';

const COLUMNS: readonly (SourceRule | MarginRule)[] = [
  { kind: 'margin', id: 'total', title: 'Tổng số', source: 'all', capital: 'all' },
  { kind: 'source', source: 'central', title: 'NSTW', years: 'inherit' },
  { kind: 'source', source: 'local', title: 'NSĐP', years: 'inherit' },
  { kind: 'source', source: 'other', title: 'Khác', years: 'inherit' },
];

/** F2, year by year: carries every leaf amount. */
export const F2: Form = {
  id: 'F2',
  name: { vi: 'Từng năm', en: 'Year by year' },
  columns: [
    {
      kind: 'block',
      id: 'period',
      title: 'Tổng giai đoạn {first} - {last}',
      years: 'period',
      columns: COLUMNS,
      inOneYearPlan: 'skip',
    },
    {
      kind: 'block',
      id: null,
      title: 'Năm {year}',
      years: 'eachYear',
      columns: COLUMNS,
      inOneYearPlan: { title: 'Kinh phí năm {year}' },
    },
  ],
  totalRows: [
    { code: 'total', title: 'Tổng cộng', inOneYearPlan: 'Tổng cộng', blank: [], oneYearAs: 'oneYear' },
  ],
  notes: true,
  needsEqualYears: false,
};
