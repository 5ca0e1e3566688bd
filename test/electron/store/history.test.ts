import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OpenPlans } from '../../../electron/open-plans.ts';
import { PlanChanges } from '../../../electron/plan-changes.ts';
import { planOfPast } from '../../../electron/portable/sound-past.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { anyDice, type Dice, editOf } from './any-edit.ts';
import { TemporaryLibrary } from './temporary-library.ts';

type Move = Dice | 'undo' | 'redo' | 'reopen';

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: anyDice },
  { weight: 3, arbitrary: fc.constant<Move>('undo') },
  { weight: 2, arbitrary: fc.constant<Move>('redo') },
  { weight: 1, arbitrary: fc.constant<Move>('reopen') },
);

/** What an officer expects of undo and redo, in a few lines: two stacks of whole plans. */
class Expected {
  plan: Plan;
  readonly past: Plan[] = [];
  readonly future: Plan[] = [];
  /** The plan after each row of the history. */
  readonly rows: Plan[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.rows = [plan];
  }

  to(plan: Plan): void {
    this.plan = plan;
    this.rows.push(plan);
  }
}

function play(place: TemporaryLibrary, moves: readonly Move[]): Expected {
  const start = vinhLongPlan();
  place.library.create(start, dong(0n), { code: 'change.createPlan', params: {} });
  const expected = new Expected(start);
  let open = new OpenPlans(place.library);
  let changes = new PlanChanges(place.library, open);
  for (const move of moves) {
    const base = expected.rows.length - 1;
    if (move === 'reopen') {
      place.reopen();
      open = new OpenPlans(place.library);
      changes = new PlanChanges(place.library, open);
      continue;
    }
    if (move === 'undo' || move === 'redo') {
      const [from, to] =
        move === 'undo' ? [expected.past, expected.future] : [expected.future, expected.past];
      const made = changes[move](start.id, base);
      const target = from.pop();
      expect(made.ok).toBe(target !== undefined);
      if (!target) continue;
      to.push(expected.plan);
      expected.to(target);
    } else {
      const edit = editOf(expected.plan, move);
      if (!edit) continue;
      const label = { code: 'change.any', params: { at: base } };
      const made = changes.apply(start.id, base, { label, edits: [edit] });
      if (!made.ok) continue;
      expected.past.push(expected.plan);
      expected.future.length = 0;
      expected.to(must(open.get(start.id)).plan);
    }
    expect(must(open.get(start.id)).plan).toEqual(expected.plan);
  }
  return expected;
}

describe('the history of a plan', () => {
  test('replayed to any point is the plan as it was there, and to the end is what is stored', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 25 }), (moves) => {
        using place = new TemporaryLibrary();
        const expected = play(place, moves);
        const { id } = expected.plan;
        place.reopen();
        expect(place.library.read(id)?.plan).toEqual(expected.plan);
        expected.rows.forEach((plan, sequence) => {
          expect(place.library.planAt(id, sequence)).toEqual(plan);
        });
        expect(place.library.planAt(id, expected.rows.length)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('is found sound by whoever is handed it, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 25 }), (moves) => {
        using place = new TemporaryLibrary();
        const { plan } = play(place, moves);
        const past = place.library.past(plan.id);
        expect(past && planOfPast(plan.id, past)).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });

  test('undoes everything back to the first point and redoes it to the last, in a new session', () => {
    fc.assert(
      fc.property(fc.array(anyDice, { minLength: 1, maxLength: 15 }), (dice) => {
        using place = new TemporaryLibrary();
        const played = play(place, dice);
        const depth = played.past.length;
        place.reopen();
        const again = new OpenPlans(place.library);
        const changes = new PlanChanges(place.library, again);
        const { id } = played.plan;
        let base = played.rows.length - 1;
        const walk = (direction: 'undo' | 'redo') => {
          for (let step = 0; step < depth; step++) base = must(changes[direction](id, base)).sequence;
          return must(again.get(id)).plan;
        };
        expect(walk('undo')).toEqual(played.rows[0]);
        expect(changes.undo(id, base)).toMatchObject({ refusal: { code: 'api.nothingToUndo' } });
        expect(walk('redo')).toEqual(played.plan);
        expect(changes.redo(id, base)).toMatchObject({ refusal: { code: 'api.nothingToRedo' } });
      }),
      { numRuns: 25 },
    );
  });

  test('cannot be rewritten or removed, even by SQL', () => {
    using place = new TemporaryLibrary();
    place.library.create(vinhLongPlan(), dong(0n), { code: 'change.createPlan', params: {} });
    for (const sql of [
      "UPDATE history SET by = 'ai khác'",
      'DELETE FROM history',
      "UPDATE snapshot SET json = '{}'",
      'DELETE FROM snapshot',
    ]) {
      expect(() => place.database.exec(sql), sql).toThrow(/append-only/);
    }
  });
});
