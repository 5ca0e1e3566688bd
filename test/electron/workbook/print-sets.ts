import fc from 'fast-check';
import { formById } from '../../../shared/forms/catalogue.ts';
import { layoutColumns } from '../../../shared/forms/columns.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { columnKey, type OwnForm } from '../../../shared/forms/own-form.ts';
import type { PrintChoice } from '../../../shared/forms/print-choice.ts';
import { OFFICIAL_OPTIONS, PAPERS, type PrintOptions, ZEROS } from '../../../shared/forms/print-options.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import { type Plan, yearsOf } from '../../../shared/plan/plan.ts';

/** Any way to print, as an officer may set it. */
export const printOptions: fc.Arbitrary<PrintOptions> = fc.record({
  totals: fc.constantFrom('first', 'last'),
  numbers: fc.boolean(),
  unit: fc.constantFrom(null, ...UNITS),
  decimals: fc.constantFrom(null, 0, 2, 6),
  zero: fc.constantFrom(...ZEROS),
  paper: fc.constantFrom(null, ...PAPERS),
  words: fc.boolean(),
  footnotes: fc.boolean(),
  signature: fc.boolean(),
  valuesOnly: fc.boolean(),
});

/** The keys of a form's columns over a plan, once each, and which of them hold leaf amounts. */
export function keysOf(plan: Plan, base: FormId): { readonly key: string; readonly leaf: boolean }[] {
  const keys = new Map<string, boolean>();
  for (const { id, leaf } of layoutColumns(formById(base), plan).columns) {
    keys.set(columnKey(id), leaf !== null || keys.get(columnKey(id)) === true);
  }
  return [...keys].map(([key, leaf]) => ({ key, leaf }));
}

/** A form of the office's own with every leaf amount, its columns in any order, some totals left out. */
export function wholeOwnForm(plan: Plan, base: FormId, picks: readonly number[]): OwnForm {
  const columns = keysOf(plan, base)
    .map(({ key, leaf }, at) => ({ key, leaf, pick: picks[at % picks.length] ?? 0 }))
    .filter(({ leaf, pick }) => leaf || pick % 3 > 0)
    .toSorted((one, other) => one.pick - other.pick)
    .map(({ key }) => key);
  return { id: 'own', name: "Biểu [của] chi cục's: 1/2", base, columns, hiddenYears: [], subSources: true };
}

export function setOf(choices: readonly PrintChoice[], options: Partial<PrintOptions> = {}): PrintSet {
  return { choices, options: { ...OFFICIAL_OPTIONS, ...options }, against: null };
}

/** Every report that needs nothing but the plan. */
export function reportsOf(plan: Plan): PrintChoice[] {
  const last = yearsOf(plan.period).at(-1);
  if (last === undefined) throw new Error('a period has a year');
  return [
    { kind: 'F3', local: 'kinds' },
    { kind: 'F3', local: 'levels' },
    { kind: 'F4', years: 'period', nested: true },
    { kind: 'F4', years: last, nested: false },
    { kind: 'F6', year: last },
  ];
}
