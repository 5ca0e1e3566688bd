import { ok, type Result } from '../refusal.ts';
import type { Moment } from './f5.ts';
import type { FormId } from './form.ts';
import type { PrintChoice } from './print-choice.ts';
import { OFFICIAL_OPTIONS, type PrintOptions } from './print-options.ts';
import { projectChoice } from './project-choice.ts';
import type { FormTable } from './table.ts';

/** What is printed at once: one form or several, with one set of options. */
export interface PrintSet {
  readonly choices: readonly PrintChoice[];
  readonly options: PrintOptions;
  /** The label of the revision that F5 compares with. */
  readonly against: string | null;
}

export function officialPrint(form: FormId): PrintSet {
  return { choices: [{ kind: 'form', form }], options: OFFICIAL_OPTIONS, against: null };
}

/** What a choice is called: "F1", or the name of an own form. */
export function choiceName(choice: PrintChoice): string {
  if (choice.kind === 'form') return choice.form;
  return choice.kind === 'own' ? choice.form.name : choice.kind;
}

/**
 * The forms of a set as tables, each with its Roman number where there are several (NĐ 30/2020/NĐ-CP), under names that
 * differ. Refused as `projectChoice` refuses one of them.
 */
export function projectSet(
  moment: Moment,
  { choices, options }: PrintSet,
  before: Moment | null,
): Result<FormTable[]> {
  const tables: FormTable[] = [];
  for (const [at, choice] of choices.entries()) {
    const table = projectChoice(moment, choice, options, before);
    if (!table.ok) return table;
    const form = freeName(table.value.form, tables);
    // Spread would read every getter of every row: the table is small, its rows stay as they are.
    tables.push({ ...table.value, form, number: choices.length > 1 ? roman(at + 1) : '' });
  }
  return ok(tables);
}

function freeName(name: string, tables: readonly FormTable[]): string {
  let free = name;
  for (let number = 2; tables.some(({ form }) => form.toLowerCase() === free.toLowerCase()); number++) {
    free = `${name} ${number}`;
  }
  return free;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  const step = ROMAN.find(([value]) => value <= number);
  return step ? step[1] + roman(number - step[0]) : '';
}
