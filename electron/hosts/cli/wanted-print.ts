import { FORM_IDS, type FormId } from '../../../shared/forms/form.ts';
import { type PrintChoice, REPORT_IDS } from '../../../shared/forms/print-choice.ts';
import { OFFICIAL_OPTIONS, PAPERS, ZEROS } from '../../../shared/forms/print-options.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import { type Year, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import type { Given } from './given.ts';

/** What may be said of a form beside its name; a command that prints takes all of them. */
export const PRINT_OPTIONS = [
  'form',
  'year',
  'against',
  'totals',
  'unit',
  'decimals',
  'zero',
  'paper',
] as const;
export const PRINT_FLAGS = [
  'numbers-row',
  'no-words',
  'no-footnotes',
  'no-signature',
  'values-only',
  'nested',
  'levels',
  'totals-only',
] as const;

const TOTALS = ['first', 'last'] as const;
const KNOWN: readonly string[] = [...FORM_IDS, ...REPORT_IDS];

/**
 * The forms that a line names, one or several parted by commas, and how they are printed. `--year` is the year of F4 and
 * F5 (else the period) and of F6 (else the last); `--against` the revision that F5 compares with.
 */
export function wantedPrint(given: Given, plan: Plan): Result<PrintSet> {
  const named = given.required('form');
  if (!named.ok) return named;
  const years = yearOf(given, plan);
  if (!years.ok) return years;
  const choices: PrintChoice[] = [];
  for (const name of named.value.split(',').map((one) => one.trim())) {
    const choice = choiceOf(name, given, plan, years.value);
    if (!choice) return refuse('cli.badChoice', { option: '--form', text: name, known: KNOWN.join(', ') });
    choices.push(choice);
  }
  const options = optionsOf(given);
  return options.ok
    ? ok({ choices, options: options.value, against: given.option('against') ?? null })
    : options;
}

function choiceOf(name: string, given: Given, plan: Plan, years: Year | 'period'): PrintChoice | null {
  const form: FormId | undefined = FORM_IDS.find((one) => one === name);
  if (form) return { kind: 'form', form };
  switch (REPORT_IDS.find((one) => one === name)) {
    case 'F3':
      return { kind: 'F3', local: given.flag('levels') ? 'levels' : 'kinds' };
    case 'F4':
      return { kind: 'F4', years, nested: given.flag('nested') };
    case 'F5':
      return { kind: 'F5', years, changes: given.flag('totals-only') ? 'total' : 'each' };
    case 'F6':
      return { kind: 'F6', year: years === 'period' ? plan.period.last : years };
    default:
      return null;
  }
}

function yearOf(given: Given, { period }: Plan): Result<Year | 'period'> {
  const text = given.option('year');
  if (text === undefined) return ok('period');
  const number = Number(text);
  const inPeriod = Number.isInteger(number) && number >= period.first && number <= period.last;
  return inPeriod
    ? ok(year(number))
    : refuse('cli.badChoice', { option: '--year', text, known: `${period.first}-${period.last}` });
}

function optionsOf(given: Given): Result<PrintSet['options']> {
  const totals = given.choice('totals', TOTALS);
  if (!totals.ok) return totals;
  const unit = given.choice('unit', UNITS);
  if (!unit.ok) return unit;
  const decimals = given.choice('decimals', ['0', '1', '2', '3', '4', '5', '6']);
  if (!decimals.ok) return decimals;
  const zero = given.choice('zero', ZEROS);
  if (!zero.ok) return zero;
  const paper = given.choice('paper', PAPERS);
  if (!paper.ok) return paper;
  return ok({
    totals: totals.value ?? OFFICIAL_OPTIONS.totals,
    numbers: given.flag('numbers-row'),
    unit: unit.value ?? null,
    decimals: decimals.value === undefined ? null : Number(decimals.value),
    zero: zero.value ?? OFFICIAL_OPTIONS.zero,
    paper: paper.value ?? null,
    words: !given.flag('no-words'),
    footnotes: !given.flag('no-footnotes'),
    signature: !given.flag('no-signature'),
    valuesOnly: given.flag('values-only'),
  });
}
