import { describe, expect, test } from 'vitest';
import { sourceId, year } from '../../../shared/plan/ids.ts';
import { type BlockScope, readControlBlock } from '../../../shared/reconcile/control-block.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';

const plan = vinhLongPlan();
const SCOPE: BlockScope = {
  year: year(2023),
  source: sourceId('central'),
  capital: null,
  unit: 'trieu',
  numbers: null,
};
const read = (lines: readonly string[], scope: Partial<BlockScope> = {}) => {
  const { amounts, problems, decision } = must(
    readControlBlock(plan, lines.join('\n'), { ...SCOPE, ...scope }),
  );
  return {
    amounts: Object.fromEntries(amounts.map(({ row, amount }) => [row ?? 'total', amount])),
    problems: problems.map(({ line, refusal }) => [line, refusal.code]),
    decision: decision.kind,
  };
};

describe('a pasted table of allocated amounts', () => {
  test('finds its rows by code, by name without marks, by number, and the programme by its words', () => {
    expect(
      read([
        'TT\tNội dung\tKinh phí',
        '\tTỔNG SỐ:\t49.025,5',
        'DA3-TDA1\t\t6.250',
        '9\tCai thien dinh duong\t2.375',
        '1\t\t14.750',
      ]),
    ).toEqual({
      amounts: {
        total: 49_025_500_000n,
        'DA3-TDA1': 6_250_000_000n,
        'DA3-TDA2': 2_375_000_000n,
        DA2: 14_750_000_000n,
      },
      problems: [],
      decision: 'decided',
    });
  });

  test('leaves open how its numbers are written where nothing decides it', () => {
    expect(read(['2.1\t6.250']).decision).toBe('ask');
    expect(read(['2.1\t6.250'], { numbers: 'en' }).amounts).toEqual({ 'DA3-TDA1': 6_250_000n });
  });

  test('says of each line what stands against it', () => {
    expect(read(['2.1\t6.250,5', 'Dự án lạ\t5', '2.1\t7', '2.2\t1,2,3']).problems).toEqual([
      [2, 'control.unknownRow'],
      [3, 'control.rowTwice'],
      [4, expect.stringMatching(/^amount\./)],
    ]);
  });

  test('with nothing in it is refused', () => {
    expect(readControlBlock(plan, '', SCOPE)).toMatchObject({ ok: false, refusal: { code: 'block.empty' } });
  });
});
