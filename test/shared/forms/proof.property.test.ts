import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectForm } from '../../../shared/forms/project.ts';
import { type Capital, type Plan, parseLeafKey } from '../../../shared/plan/plan.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { totalsOf } from '../plan/sample-plan.ts';
import { unprovedTotals } from './shown.ts';

const KINDS: readonly (readonly Capital[])[] = [
  ['investment', 'recurrent'],
  ['recurrent'],
  ['investment'],
  ['none'],
  ['recurrent', 'none'],
  ['investment', 'recurrent', 'none'],
];

/** The plan with other kinds of money in its budgets; what these do not hold falls away. */
function withKinds(plan: Plan, picks: readonly number[]): Plan {
  const sources = plan.sources.map((source, at) =>
    source.group === 'other' ? source : { ...source, capitals: KINDS[picks[at] ?? 0] ?? source.capitals },
  );
  const held = new Map(sources.map((source) => [source.id, source.capitals]));
  const amounts = [...plan.amounts].map(([row, own]) => {
    const kept = [...own].filter(([key]) => {
      const { source, capital } = parseLeafKey(key);
      return held.get(source)?.includes(capital);
    });
    return [row, new Map(kept)] as const;
  });
  return { ...plan, sources, amounts: new Map(amounts) };
}

const picks = fc.array(fc.nat({ max: KINDS.length - 1 }), { minLength: 6, maxLength: 6 });

test.each([
  ['F1', arbitraryPlan({ equalYears: true })],
  ['F2', arbitraryPlan()],
] as const)(
  'every total of %s is the sum of the cells that it names, whatever the sources are',
  (form, plans) => {
    fc.assert(
      fc.property(plans, picks, (arbitrary, kinds) => {
        const plan = withKinds(arbitrary, kinds);
        expect(unprovedTotals(plan, projectForm(plan, totalsOf(plan), form)).unproved).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);
