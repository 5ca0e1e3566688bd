import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import {
  addControlSet,
  readPercent,
  removeControlSet,
  renameControlSet,
  setControls,
  setCounterpart,
  writePercent,
} from '../../../shared/plan/gesture/review.ts';
import { year } from '../../../shared/plan/ids.ts';
import { must, vinhLongPlan } from './sample-plan.ts';

describe('a typed percentage', () => {
  test('is read to the hundredth and written as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (hundredths) => {
        expect(must(readPercent(writePercent(hundredths)))).toBe(hundredths);
      }),
    );
    expect([' 10 ', '12,5', '12.50 %', '0,01'].map((text) => must(readPercent(text)))).toEqual([
      1000, 1250, 1250, 1,
    ]);
    expect(must(readPercent(' '))).toBeNull();
  });

  test.each(['0', '-3', '1,234', 'mười', '1e2', '10 %%', '12345'])('“%s” is none', (text) => {
    expect(readPercent(text)).toMatchObject({ ok: false, refusal: { code: 'review.badPercent' } });
  });
});

describe('the review of a plan', () => {
  const plan = vinhLongPlan();

  test('keeps percentages of the plan’s years, and a year that is emptied has none', () => {
    const set = setCounterpart(
      plan,
      new Map([
        [year(2023), 1000],
        [year(2022), 300],
        [year(2030), 5],
      ]),
    );
    const after = must(applyEdits(plan, set?.edits ?? [])).plan;
    expect(after.review.counterpart).toEqual([
      { year: 2022, hundredths: 300 },
      { year: 2023, hundredths: 1000 },
    ]);
    expect(
      setCounterpart(
        after,
        new Map([
          [year(2022), 300],
          [year(2023), 1000],
        ]),
      ),
    ).toBeNull();
    const emptied = setCounterpart(after, new Map([[year(2023), 1000]]));
    expect(must(applyEdits(after, emptied?.edits ?? [])).plan.review.counterpart).toEqual([
      { year: 2023, hundredths: 1000 },
    ]);
  });

  test('has sets of control totals that are named, filled, renamed and removed', () => {
    const set = { id: 'one', name: 'Giao đầu kỳ', amounts: [] };
    const place = { row: null, year: year(2023), source: null, capital: null };
    let now = must(applyEdits(plan, addControlSet(plan, set).edits)).plan;
    expect(applyEdits(now, addControlSet(now, set).edits)).toMatchObject({
      refusal: { code: 'plan.duplicateControlSet' },
    });
    now = must(applyEdits(now, setControls(set, [{ ...place, amount: dong(5n) }]).edits)).plan;
    now = must(applyEdits(now, renameControlSet(set, 'Giao').edits)).plan;
    expect(now.review.controls).toEqual([{ id: 'one', name: 'Giao', amounts: [{ ...place, amount: 5n }] }]);
    now = must(applyEdits(now, setControls(set, [{ ...place, amount: null }]).edits)).plan;
    expect(now.review.controls[0]?.amounts).toEqual([]);
    now = must(applyEdits(now, removeControlSet(set).edits)).plan;
    expect(now).toEqual(plan);
    expect(applyEdits(now, setControls(set, []).edits)).toMatchObject({
      refusal: { code: 'plan.unknownControlSet' },
    });
  });
});
