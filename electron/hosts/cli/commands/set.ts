import { setAmountLabel, wordLabel } from '../../../../shared/messages/change-label.ts';
import { readAmount } from '../../../../shared/money/read.ts';
import { UNITS } from '../../../../shared/money/unit.ts';
import { setTyped, type TypedAmount } from '../../../../shared/plan/gesture/typed-amount.ts';
import { sourceId, type Year } from '../../../../shared/plan/ids.ts';
import { CAPITALS, type Capital, type Plan, type Source } from '../../../../shared/plan/plan.ts';
import { findSource, isLeafSource } from '../../../../shared/plan/sources.ts';
import { ok, type Result, refuse } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';
import { findPlan, findRow, readYear } from '../find.ts';
import type { Given } from '../given.ts';
import { stepAnswer } from './undo.ts';

/** `set`: one amount, typed as in a cell, in one year or alike in all years that its source funds. */
export const setCommand: Command = {
  name: 'set',
  operands: ['PLAN'],
  options: ['row', 'source', 'capital', 'year', 'amount', 'unit'],
  flags: ['one-year'],
  run: async (given, planner) => {
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan, sequence } = opened.value;
    const typed = readTyped(plan, given);
    if (!typed.ok) return typed;
    const change = { label: setAmountLabel(plan, typed.value), edits: [setTyped(typed.value)] };
    const made = await planner.applyChange({ plan: plan.id, baseSequence: sequence, change });
    return made.ok ? ok(stepAnswer(made.value.sequence, wordLabel(made.value.label))) : made;
  },
};

function readTyped(plan: Plan, given: Given): Result<TypedAmount> {
  const rowText = given.required('row');
  if (!rowText.ok) return rowText;
  const row = findRow(plan, rowText.value);
  if (!row.ok) return row;
  const source = readSource(plan, given);
  if (!source.ok) return source;
  const capital = readCapital(source.value, given);
  if (!capital.ok) return capital;
  const years = readYears(source.value, given);
  if (!years.ok) return years;
  const unit = given.choice('unit', UNITS);
  if (!unit.ok) return unit;
  const text = given.required('amount');
  if (!text.ok) return text;
  const amount = readAmount(text.value, unit.value ?? plan.header.unit);
  if (!amount.ok) return amount;
  return ok({
    row: row.value.id,
    source: source.value.id,
    capital: capital.value,
    years: years.value,
    amount: amount.value,
  });
}

function readSource(plan: Plan, given: Given): Result<Source> {
  const text = given.required('source');
  if (!text.ok) return text;
  const source = findSource(plan.sources, sourceId(text.value));
  if (!source) return refuse('plan.unknownSource', { source: text.value });
  return isLeafSource(plan.sources, source.id)
    ? ok(source)
    : refuse('plan.sourceIsOpened', { source: source.name });
}

/** No `--capital` means money of no kind; a source whose money always has one asks for it. */
function readCapital(source: Source, given: Given): Result<Capital> {
  const capital = given.choice('capital', CAPITALS);
  if (!capital.ok) return capital;
  if (capital.value !== undefined) return ok(capital.value);
  return source.capitals.includes('none')
    ? ok('none')
    : refuse('cli.capitalMissing', { source: source.name, known: source.capitals.join(', ') });
}

function readYears(source: Source, given: Given): Result<readonly Year[]> {
  const text = given.option('year');
  if ((text !== undefined) === given.flag('one-year')) return refuse('cli.yearOrOneYear');
  if (text === undefined) {
    return source.years.length > 0 ? ok(source.years) : refuse('cli.noFundedYear', { source: source.name });
  }
  const year = readYear('--year', text);
  return year.ok ? ok([year.value]) : year;
}
