import type { OwnForm } from '../../../../shared/forms/own-form.ts';
import type { PrintChoice } from '../../../../shared/forms/print-choice.ts';
import type { PrintSet } from '../../../../shared/forms/print-set.ts';

/** What officers do with the list of forms that are printed. Each answers a new set. */

export function withChoices(set: PrintSet, choices: readonly PrintChoice[]): PrintSet {
  return { ...set, choices };
}

/** An own form as it is now, in its place; at the end where the set did not have it. */
export function withOwnForm(set: PrintSet, form: OwnForm): PrintSet {
  const own: PrintChoice = { kind: 'own', form };
  const isIt = (choice: PrintChoice): boolean => choice.kind === 'own' && choice.form.id === form.id;
  if (!set.choices.some(isIt)) return withChoices(set, [...set.choices, own]);
  return withChoices(
    set,
    set.choices.map((choice) => (isIt(choice) ? own : choice)),
  );
}

/** Without an own form; its base in its place, where nothing else is printed. */
export function withoutOwnForm(set: PrintSet, { id, base }: OwnForm): PrintSet {
  const left = set.choices.filter((choice) => choice.kind !== 'own' || choice.form.id !== id);
  return withChoices(set, left.length > 0 ? left : [{ kind: 'form', form: base }]);
}

/** F2 in the place of F1, which cannot print a plan whose years differ. */
export function withF2(set: PrintSet): PrintSet {
  const others = set.choices.filter((choice) => choice.kind !== 'form' || choice.form !== 'F2');
  return withChoices(
    set,
    others.map((choice) => (choice.kind === 'form' ? { kind: 'form', form: 'F2' } : choice)),
  );
}

export function hasF1(set: PrintSet): boolean {
  return set.choices.some((choice) => choice.kind === 'form' && choice.form === 'F1');
}

/** The list with one of its items a place further up (-1) or down (1); as it is at its ends. */
export function moved<Item>(list: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [item, other] = [list[at], list[at + by]];
  return item === undefined || other === undefined ? list : list.with(at, other).with(at + by, item);
}
