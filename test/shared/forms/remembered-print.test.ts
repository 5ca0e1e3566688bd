import { expect, test } from 'vitest';
import type { OwnForm } from '../../../shared/forms/own-form.ts';
import type { PrintChoice } from '../../../shared/forms/print-choice.ts';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import type { PrintSet } from '../../../shared/forms/print-set.ts';
import { printNow } from '../../../shared/forms/remembered-print.ts';
import { year } from '../../../shared/plan/ids.ts';

const OWN: OwnForm = {
  id: 'own-1',
  name: 'Biểu trình',
  base: 'F1',
  columns: ['central.total'],
  hiddenYears: [],
  subSources: true,
};
const NOW = {
  form: 'F2',
  period: { first: year(2022), last: year(2025) },
  ownForms: [OWN],
  revisions: ['Lần 1', 'Lần 2'],
} as const;
const OPTIONS = { ...OFFICIAL_OPTIONS, totals: 'first' } as const;

function remembered(choices: readonly PrintChoice[], against: string | null = null): PrintSet {
  return { choices, options: OPTIONS, against };
}

test('a plan whose printing was never set up prints the form that is shown, against its latest revision', () => {
  expect(printNow(null, NOW)).toEqual({
    choices: [{ kind: 'form', form: 'F2' }],
    options: OFFICIAL_OPTIONS,
    against: 'Lần 2',
  });
});

test('an own form is printed as it was last kept, and not where it was deleted', () => {
  const old = { ...OWN, name: 'Tên cũ', columns: ['local.total'] };
  const set = remembered([
    { kind: 'own', form: { ...OWN, id: 'gone' } },
    { kind: 'own', form: old },
  ]);
  expect(printNow(set, NOW).choices).toEqual([{ kind: 'own', form: OWN }]);
  expect(printNow(set, { ...NOW, ownForms: [] })).toEqual({
    choices: [{ kind: 'form', form: 'F2' }],
    options: OPTIONS,
    against: 'Lần 2',
  });
});

test('a year that the period no longer has makes way', () => {
  const set = remembered([
    { kind: 'F4', years: year(2026), nested: true },
    { kind: 'F5', years: year(2025), changes: 'total' },
    { kind: 'F6', year: year(2021) },
  ]);
  expect(printNow(set, NOW).choices).toEqual([
    { kind: 'F4', years: 'period', nested: true },
    { kind: 'F5', years: 2025, changes: 'total' },
    { kind: 'F6', year: 2022 },
  ]);
});

test('the revision to compare with stays while there is one of its name', () => {
  const set = remembered([{ kind: 'F5', years: 'period', changes: 'each' }], 'Lần 1');
  expect(printNow(set, NOW).against).toBe('Lần 1');
  expect(printNow(set, { ...NOW, revisions: ['Lần 2'] }).against).toBe('Lần 2');
  expect(printNow(set, { ...NOW, revisions: [] }).against).toBeNull();
});
