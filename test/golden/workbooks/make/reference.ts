import record from '../../vinh-long-2022-2025.json' with { type: 'json' };
import type { Cell } from './draw.ts';

/** The verified appendix (Decision 1424/QĐ-UBND, Vĩnh Long): what its cells print, in triệu đồng. */
export interface ReferenceRow {
  readonly ordinal: string;
  /** "DA3-TDA1". */
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly leaf: boolean;
  readonly values: Readonly<Record<string, number>>;
}

export const REFERENCE: readonly ReferenceRow[] = record.rows.map((row) => ({
  ordinal: row.stt,
  code: row.official_code.replace('Tiểu dự án ', 'TDA').replace('Dự án ', 'DA').replace(', ', '-'),
  name: row.name,
  level: row.level,
  leaf: row.leaf,
  values: row.values,
}));

/** Rows whose official names are a little longer than those that the decision prints. */
export const UNSURE = ['DA4-TDA1', 'DA6-TDA2', 'DA7'];
export const NAMES = REFERENCE.map(({ name }) => name);
export const TITLE = record.title;
const ONE_YEAR: Readonly<Record<string, number>> = record.one_year_totals;
const PERIOD: Readonly<Record<string, number>> = record.period_totals;
const FUNDED: Readonly<Record<string, readonly number[]>> = record.years_funded;
export const FOOTNOTE =
  'Ghi chú: Ngân sách Trung ương hỗ trợ 04 năm (2022 - 2025); ngân sách địa phương hỗ trợ 03 năm (2023 - 2025)';

/** The last row of F1: the period's amounts, also under the headings of one year. */
const PERIOD_ROW = { ...PERIOD };
/** The last row of F2: every column's sum over the rows. */
const SUM_ROW = {
  ...ONE_YEAR,
  ...Object.fromEntries(Object.entries(PERIOD).filter(([id]) => id.startsWith('period.'))),
};

/**
 * The amount of a column in triệu: "period.total", "central.recurrent" (one year), "2023.local.total" or
 * "period.central.total"; null where the row prints nothing there.
 */
export function printed(values: Readonly<Record<string, number>>, id: string): number | null {
  const known = values[id];
  if (known !== undefined) return known;
  const [when = '', ...rest] = id.split('.');
  const [source = '', kind = 'total'] = rest;
  if (when !== 'period' && !/^20\d\d$/.test(when)) return null;
  if (source in FUNDED) {
    const years = FUNDED[source] ?? [];
    const times = when === 'period' ? years.length : years.includes(Number(when)) ? 1 : 0;
    const one = values[`${source}.${kind}`];
    return one === undefined ? null : one * times;
  }
  if (when === 'period') return null;
  const groups = source === 'total' ? ['central', 'local', 'other'] : ['central', 'local'];
  return groups.reduce((sum, group) => sum + (printed(values, `${when}.${group}.${source}`) ?? 0), 0);
}

export interface Retyped {
  /** By place: "tt", "name", "code", "" or the id of an amount. */
  readonly columns: readonly string[];
  /** Writes an amount, given in triệu. */
  readonly amount?: (amount: number) => Cell;
  readonly ordinal?: (row: ReferenceRow) => Cell;
  readonly name?: (row: ReferenceRow) => Cell;
  /** The names of the total rows; F1 has two, F2 one. */
  readonly totals?: { readonly oneYear?: string; readonly period?: string; readonly sum?: string };
  readonly totalsFirst?: true;
}

const asNumber = (amount: number): Cell => (amount === 0 ? '-' : amount);

/** The rows of the reference appendix, as a house types them. */
export function retyped({ columns, amount = asNumber, totals = {}, ...how }: Retyped): Cell[][] {
  const line = (values: Readonly<Record<string, number>>, labels: Readonly<Record<string, Cell>>): Cell[] =>
    columns.map((id) => {
      if (id in labels) return labels[id] ?? null;
      const value = printed(values, id);
      return value === null ? null : amount(value);
    });
  const rows = REFERENCE.map((row) =>
    line(row.values, {
      tt: how.ordinal ? how.ordinal(row) : row.ordinal,
      name: how.name ? how.name(row) : row.name,
      code: row.code,
      '': null,
    }),
  );
  const total = (name: string | undefined, values: Readonly<Record<string, number>>): Cell[][] =>
    name === undefined ? [] : [line(values, { tt: null, name, code: null, '': null })];
  const sums = [
    ...total(totals.oneYear, ONE_YEAR),
    ...total(totals.period, PERIOD_ROW),
    ...total(totals.sum, SUM_ROW),
  ];
  return how.totalsFirst ? [...sums, ...rows] : [...rows, ...sums];
}

/** 62500 as "62.500" or, with the other mark, "62,500". */
export function grouped(amount: number, mark: '.' | ','): string {
  return `${amount}`.replaceAll(/\B(?=(\d{3})+(?!\d))/g, mark);
}
