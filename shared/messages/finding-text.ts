import type { Dong } from '../money/dong.ts';
import { percentText } from '../money/percent.ts';
import { UNIT_NAME, type Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';
import { type Locale, type MessageCode, message } from './message.ts';

/** What words a finding: money stays exact until somebody knows the unit that it is to be said in. */
export interface Worded {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly amounts: Readonly<Record<string, Dong>>;
  readonly shares: Readonly<Record<string, { readonly part: Dong; readonly whole: Dong }>>;
}

/** The finding in words, every amount exact in the unit; `{unit}` is the unit's name. */
export function findingText(
  { code, params, amounts, shares }: Worded,
  unit: Unit,
  locale: Locale = 'vi',
): string {
  const written = Object.entries(amounts).map(([name, amount]) => [
    name,
    writeAmount(amount, unit, { numbers: locale }),
  ]);
  const percents = Object.entries(shares).map(([name, { part, whole }]) => [
    name,
    percentText(part, whole, locale) ?? '0',
  ]);
  const all = { ...params, ...Object.fromEntries([...written, ...percents]), unit: UNIT_NAME[unit] };
  return message(code, all, locale);
}
