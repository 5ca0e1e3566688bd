import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../shared/checks/finding-cells.ts';
import { GRAND_TOTAL } from '../../../shared/engine/totals.ts';
import { formById } from '../../../shared/forms/catalogue.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import { counterpartByYear } from '../../../shared/pictures/counterpart.ts';
import { kindsByYear, sourcesByYear } from '../../../shared/pictures/money-by-year.ts';
import type { Picture } from '../../../shared/pictures/picture.ts';
import { changesOfProjects, sharesOfProjects } from '../../../shared/pictures/projects.ts';
import { applyEdit } from '../../../shared/plan/edit/apply.ts';
import { year } from '../../../shared/plan/ids.ts';
import { type Plan, yearsOf } from '../../../shared/plan/plan.ts';
import { editFrom, editRecipe } from '../plan/arbitrary-edit.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const moment = (plan: Plan) => ({ plan, totals: totalsOf(plan) });
const sum = ({ marks }: Picture, of = (_: Picture['marks'][number]) => true) =>
  marks.filter(of).reduce((total, { amount }) => total + amount, 0n);

describe('pictures of a plan', () => {
  it('show every đồng of every year once, by source and by kind', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const { totals } = moment(plan);
        for (const picture of [sourcesByYear, kindsByYear].map((made) => made({ plan, totals }))) {
          for (const years of yearsOf(plan.period)) {
            const whole = totals.read(GRAND_TOTAL, totals.address({ years, source: 'all', capital: 'all' }));
            expect(sum(picture, ({ category }) => category === `${years}`)).toBe(whole);
          }
        }
      }),
    );
  });

  it('share the whole period out over the top rows', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const { picture, whole } = sharesOfProjects(moment(plan));
        expect(sum(picture)).toBe(whole);
      }),
    );
  });

  it('of what changed come to the difference of the two totals while no row changed its level', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(editRecipe, { minLength: 1, maxLength: 6 }), (before, steps) => {
        let after = before;
        for (const step of steps) {
          const edit = editFrom(after, step);
          const result = edit && edit.kind !== 'moveRow' ? applyEdit(after, edit) : null;
          if (result?.ok) after = result.value.plan;
        }
        const { picture, whole } = changesOfProjects(moment(before), moment(after));
        expect(sum(picture)).toBe(whole);
        expect(picture.marks.every(({ amount }) => amount !== 0n)).toBe(true);
      }),
    );
  });

  it('have each mark lead to cells that show its amount, on F2', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const { totals } = moment(plan);
        fc.pre(plan.period.first !== plan.period.last);
        const layout = layoutForm(formById('F2'), plan, totals.shape);
        const pictures = [sourcesByYear({ plan, totals }), sharesOfProjects({ plan, totals }).picture];
        for (const { amount, place } of pictures.flatMap(({ marks }) => marks)) {
          const cell = place && cellOf(layout, place);
          const line = layout.lines[cell?.line ?? -1];
          const column = layout.columns.find(({ id }) => id === cell?.column);
          expect(line && column && totals.read(line.at, column.address)).toBe(amount);
        }
      }),
    );
  });
});

describe('the reference plan', () => {
  const plan = vinhLongPlan();

  it('has its counterpart held against no threshold until the office sets one, then exactly', () => {
    const facts = (hundredths: number | null) => {
      const counterpart = hundredths === null ? [] : [{ year: year(2023), hundredths }];
      const reviewed = { ...plan, review: { ...plan.review, counterpart } };
      return counterpartByYear(moment(reviewed)).find((one) => one.year === 2023);
    };
    expect(facts(null)).toMatchObject({
      central: 49_025_000_000n,
      local: 3_100_000_000n,
      threshold: null,
      reached: null,
    });
    expect([632, 633].map((one) => facts(one)?.reached)).toEqual([true, false]);
  });
});
