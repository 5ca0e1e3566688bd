import { describe, expect, test } from 'vitest';
import { Totals } from '../../../shared/engine/totals.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { addControlSet } from '../../../shared/plan/gesture/review.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Capital, Plan } from '../../../shared/plan/plan.ts';
import { type ControlAmount, type ControlSet, controlKey } from '../../../shared/plan/review.ts';
import { controlFindings, controlLines } from '../../../shared/reconcile/control.ts';
import { reviewOf } from '../checks/review-of.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';

const plan = vinhLongPlan();
const totals = must(Totals.of(plan));

const stated = (
  row: string | null,
  inYear: number | null,
  source: string | null,
  capital: Capital | null,
  trieu: number,
): ControlAmount => ({
  row: row === null ? null : rowId(row),
  year: inYear === null ? null : year(inYear),
  source: source === null ? null : sourceId(source),
  capital,
  amount: dong(BigInt(trieu) * 1_000_000n),
});
const setOf = (name: string, ...amounts: ControlAmount[]): ControlSet => ({
  id: name,
  name,
  amounts: [...amounts].sort((one, other) => (controlKey(one) < controlKey(other) ? -1 : 1)),
});
const codesWith = (...sets: ControlSet[]): string[] => {
  const edits: PlanEdit[] = sets.flatMap((set) => addControlSet(plan, set).edits);
  const held: Plan = must(
    applyEdits(
      plan,
      edits.map((edit) => (edit.kind === 'addControlSet' ? { ...edit, index: 0 } : edit)),
    ),
  ).plan;
  return reviewOf(held)
    .open.map(({ code }) => code)
    .filter((code) => code !== 'check.shareStarts');
};

describe('the plan held against what was allocated', () => {
  test('the programme, a row, a year, a source and a kind, each to the đồng', () => {
    const sets = [
      setOf(
        'Giao đầu kỳ',
        stated(null, null, null, null, 209_600),
        stated(null, 2022, 'central', null, 49_025),
        stated('DA3-TDA1', 2023, 'central', 'recurrent', 6_000),
        stated('DA3', null, null, null, 37_900),
      ),
    ];
    const lines = controlLines(plan, totals, sets);
    expect(lines.map(({ place, difference }) => [place.row, difference])).toEqual([
      [null, 0n],
      [null, 0n],
      ['DA3', 0n],
      ['DA3-TDA1', 250_000_000n],
    ]);
    expect(controlFindings(lines, sets)).toMatchObject([
      { row: 'DA3-TDA1', difference: 250_000_000n, params: { sets: 'Giao đầu kỳ' } },
    ]);
  });

  test('a supplement adds to the first allocation', () => {
    const sets = [
      setOf('Giao đầu kỳ', stated(null, 2023, 'local', null, 3_000)),
      setOf('Bổ sung', stated(null, 2023, 'local', null, 100)),
    ];
    const [line] = controlLines(plan, totals, sets);
    expect(line).toMatchObject({
      bySet: [3_000_000_000n, 100_000_000n],
      allocated: 3_100_000_000n,
      plan: 3_100_000_000n,
      difference: 0n,
    });
    expect(codesWith(...sets)).toEqual([]);
    expect(codesWith(...sets.slice(0, 1))).toEqual(['check.control']);
  });

  test('one wrong amount is one cause, though the totals above it differ too', () => {
    const set = setOf(
      'Giao',
      stated(null, 2023, 'central', 'recurrent', 46_275),
      stated('DA3', 2023, 'central', 'recurrent', 8_375),
      stated('DA3-TDA1', 2023, 'central', 'recurrent', 6_000),
      stated('DA3-TDA2', 2023, 'central', 'recurrent', 2_375),
    );
    const lines = controlLines(plan, totals, [set]);
    expect(lines.filter(({ difference }) => difference !== 0n)).toHaveLength(3);
    expect(controlFindings(lines, [set]).map(({ row }) => row)).toEqual(['DA3-TDA1']);
  });

  test('asked again after each edit it says what it would say if it were asked for the first time', () => {
    const sets = [
      setOf(
        'Giao',
        stated(null, null, null, null, 209_600),
        stated(null, 2023, null, 'none', 1_050),
        stated('DA3', 2023, 'central', null, 8_625),
        stated('DA3-TDA1', 2023, 'central', 'recurrent', 6_250),
      ),
    ];
    expect(controlLines(plan, totals, sets).map(({ difference }) => difference)).toEqual([0n, 0n, 0n, 0n]);
    const edits: PlanEdit[][] = [
      [
        {
          kind: 'setAmounts',
          amounts: [
            {
              row: rowId('DA3-TDA1'),
              year: year(2023),
              source: sourceId('central'),
              capital: 'recurrent',
              amount: dong(1n),
            },
          ],
          unfunded: 'keep',
        },
      ],
      [{ kind: 'removeRows', row: rowId('DA3-TDA2'), givesParentAmounts: null }],
      [{ kind: 'moveRow', row: rowId('DA3'), parent: null, index: 0 }],
    ];
    let now = plan;
    // Totals change in place.
    let then = must(Totals.of(plan));
    const explained: number[] = [];
    for (const edit of edits) {
      now = must(applyEdits(now, edit)).plan;
      then = must(then.follow(now, edit)).totals;
      explained.push(controlLines(now, then, sets).filter((line) => line.explained).length);
      expect(controlLines(now, then, sets)).toEqual(
        controlLines(now, must(Totals.of(now)), structuredClone(sets)),
      );
    }
    // After the first edit the totals are explained by its row; the row that then went takes more than that.
    expect(explained).toEqual([2, 0, 0]);
  });

  test('totals that state other parts of it are explained too; a difference of their own is not', () => {
    const set = setOf(
      'Giao',
      // As F1 states it: periods of all sources, and years of one source and kind.
      stated('DA3-TDA1', null, null, null, 25_550),
      stated('DA3', null, null, null, 37_650),
      stated(null, null, null, null, 209_350),
      stated('DA3-TDA1', 2023, 'central', 'recurrent', 6_000),
    );
    expect(controlFindings(controlLines(plan, totals, [set]), [set]).map(({ row }) => row)).toEqual([
      'DA3-TDA1',
    ]);
    const other = setOf(
      'Giao',
      ...set.amounts.filter(({ row }) => row !== null),
      stated(null, null, null, null, 209_000),
    );
    expect(controlFindings(controlLines(plan, totals, [other]), [other]).map(({ row }) => row)).toEqual([
      null,
      'DA3-TDA1',
    ]);
  });

  test('money of a row, a year or a source that the plan does not have', () => {
    const set = setOf(
      'Giao',
      stated('DA99', 2023, 'central', 'recurrent', 5),
      stated(null, 2030, 'central', null, 7),
      stated(null, 2023, 'province', null, 9),
    );
    expect(controlLines(plan, totals, [set]).map((line) => line.difference)).toEqual([
      -9_000_000n,
      -7_000_000n,
      -5_000_000n,
    ]);
  });
});

describe('totals that a superior states must be made by their stated parts', () => {
  test.each<readonly [string, readonly ControlAmount[], bigint | null]>([
    [
      'check.statedRows',
      [
        stated('DA3', 2023, 'central', null, 8_625),
        stated('DA3-TDA1', 2023, 'central', null, 6_250),
        stated('DA3-TDA2', 2023, 'central', null, 2_370),
      ],
      -5_000_000n,
    ],
    [
      'check.statedYears',
      [
        stated(null, null, 'local', null, 9_300),
        stated(null, 2023, 'local', null, 3_100),
        stated(null, 2024, 'local', null, 3_100),
        stated(null, 2025, 'local', null, 3_101),
      ],
      1_000_000n,
    ],
    [
      'check.statedSources',
      [
        stated(null, 2023, null, null, 53_175),
        stated(null, 2023, 'central', null, 49_025),
        stated(null, 2023, 'local', null, 3_100),
        stated(null, 2023, 'other', null, 1_055),
      ],
      5_000_000n,
    ],
    [
      'check.statedKinds',
      [
        stated(null, 2023, 'central', null, 49_025),
        stated(null, 2023, 'central', 'investment', 2_500),
        stated(null, 2023, 'central', 'recurrent', 46_524),
      ],
      -1_000_000n,
    ],
  ])('%s', (code, amounts, difference) => {
    const set = setOf('Giao', ...amounts);
    expect(codesWith(set)).toContain(code);
    const held = must(applyEdits(plan, addControlSet(plan, set).edits)).plan;
    expect(reviewOf(held).open.find((one) => one.code === code)?.difference).toBe(difference);
  });

  test('parts that were not stated leave a total unjudged, unless the plan has nothing there', () => {
    const some = setOf(
      'Giao',
      stated(null, null, 'local', null, 9_300),
      stated(null, 2023, 'local', null, 3_100),
    );
    expect(codesWith(some)).toEqual([]);
    // 2022 is not stated, and local money is not there in 2022.
    const all = setOf(
      'Giao',
      ...some.amounts,
      stated(null, 2024, 'local', null, 3_100),
      stated(null, 2025, 'local', null, 3_100),
    );
    expect(codesWith(all)).toEqual([]);
  });
});
