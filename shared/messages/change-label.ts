import { dong } from '../money/dong.ts';
import { UNIT_NAME, UNITS, type Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { ChangeLabel } from '../plan/edit/edit.ts';
import { rowTitle } from '../plan/gesture/rows.ts';
import type { TypedAmount } from '../plan/gesture/typed-amount.ts';
import type { Plan } from '../plan/plan.ts';
import { findSource, printYears } from '../plan/sources.ts';
import { isMessageCode, type Locale, message } from './message.ts';

/** Where the years that a typed amount replaces did not agree. */
const MIXED = 'mixed';

/**
 * The label of a typed amount, from the plan as it was before. Names are the plan's own at that time; amounts are
 * whole đồng and the unit is the one that the plan shows, both written out only by `wordLabel`.
 */
export function setAmountLabel(plan: Plan, typed: TypedAmount): ChangeLabel {
  const { row, source, capital, years, amount } = typed;
  const former = new Set(years.map((year) => amountAt(plan, { row, year, source, capital })));
  const [before] = former;
  return {
    code: 'change.setAmount',
    params: {
      row: rowTitle(plan, row),
      source: findSource(plan.sources, source)?.short ?? source,
      capital: capital === 'none' ? '' : plan.programme[capital].short,
      years: printYears(years),
      before: former.size === 1 ? `${before}` : MIXED,
      after: `${amount}`,
      unit: plan.header.unit,
    },
  };
}

/** What one gesture did, in words: "Sửa NSTW SN, 2.1 Hỗ trợ phát triển sản xuất… (2022 - 2025): 6.250 → 6.500 triệu đồng". */
export function wordLabel(label: ChangeLabel, locale: Locale = 'vi'): string {
  // A library that a newer version wrote may hold a label that this one cannot word.
  if (!isMessageCode(label.code)) return label.code;
  const params =
    label.code === 'change.setAmount'
      ? amountParams(label.params, locale)
      : cellsParams(label.params, locale);
  return message(label.code, params, locale);
}

/** Of a gesture over many cells: how many, and the row where they begin. */
function cellsParams(params: ChangeLabel['params'], locale: Locale): ChangeLabel['params'] {
  const { count, place } = params;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || typeof place !== 'string') return params;
  const counted = writeAmount(dong(BigInt(count)), 'dong', { numbers: locale });
  return { ...params, count: counted, place: shortened(place) };
}

function amountParams(params: ChangeLabel['params'], locale: Locale): ChangeLabel['params'] {
  const unit = UNITS.find((one) => one === params.unit) ?? 'dong';
  return {
    ...params,
    row: shortened(`${params.row}`),
    money: [params.source, params.capital].filter((part) => part !== '').join(' '),
    before: amountText(params.before, unit, locale),
    after: amountText(params.after, unit, locale),
    unit: UNIT_NAME[unit],
  };
}

function amountText(digits: string | number | undefined, unit: Unit, locale: Locale): string {
  if (typeof digits !== 'string' || !/^-?\d+$/.test(digits)) return '≠';
  return writeAmount(dong(BigInt(digits)), unit, { numbers: locale });
}

const LONGEST_ROW = 60;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_ROW
    ? text
    : `${letters
        .slice(0, LONGEST_ROW - 1)
        .join('')
        .trimEnd()}…`;
}
