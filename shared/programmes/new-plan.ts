import { type Dong, ZERO } from '../money/dong.ts';
import { DEFAULT_WORDS } from '../money/words.ts';
import { setPeriodSteps } from '../plan/edit/header.ts';
import { type PlanId, type RowId, rowId, sourceId, type Year, year } from '../plan/ids.ts';
import {
  type Capital,
  type Header,
  type LeafKey,
  leafKey,
  type Period,
  type Plan,
  type PlanProgramme,
  type Row,
  type RowAmounts,
} from '../plan/plan.ts';
import { NO_REVIEW } from '../plan/review.ts';
import { standardSources } from '../plan/sources.ts';
import { ok, type Result } from '../refusal.ts';
import type { ProgrammeTemplate } from './programme.ts';
import type { Sample, SampleAmounts } from './sample.ts';

export interface NewPlanFacts {
  readonly id: PlanId;
  readonly title: string;
  readonly period: Period;
  readonly locality: string;
}

/** An empty plan with a programme's rows. A row's id is its national code, so that a stored history reads well. */
export function newPlan(template: ProgrammeTemplate, facts: NewPlanFacts): Result<Plan, 'plan.badPeriod'> {
  const rows = template.rows.map(
    (line): Row => ({
      id: rowId(line.code),
      parent: line.parent === null ? null : rowId(line.parent),
      code: line.code,
      ordinal: null,
      name: line.name,
      investment: line.investment,
      leadAgency: '',
      note: '',
      confirmed: line.confirmed,
    }),
  );
  const plan: Plan = {
    id: facts.id,
    header: { ...EMPTY_HEADER, title: facts.title, locality: facts.locality },
    programme: programmeOf(template),
    period: facts.period,
    sources: standardSources(facts.period),
    rows,
    review: NO_REVIEW,
    amounts: new Map(),
  };
  const refusal = setPeriodSteps.refusal(plan, { kind: 'setPeriod', period: facts.period });
  return refusal ? { ok: false, refusal: { ...refusal, code: 'plan.badPeriod' } } : ok(plan);
}

export const EMPTY_HEADER: Header = {
  title: '',
  decision: '',
  locality: '',
  unit: 'trieu',
  footnotes: [],
  signature: [],
  words: DEFAULT_WORDS,
};

export function programmeOf(template: ProgrammeTemplate): PlanProgramme {
  const { investment, recurrent } = template.capitalLabels;
  return { id: template.id, title: template.title, investment, recurrent, levels: template.levels };
}

/** A recorded plan as it was printed: its own ordinals and names over the programme's codes. */
export function samplePlan(sample: Sample, template: ProgrammeTemplate, id: PlanId): Plan {
  const period: Period = { first: year(sample.period.first), last: year(sample.period.last) };
  const official = new Map(template.rows.map((line) => [line.code, line]));
  const rows = sample.rows.map(
    (line): Row => ({
      id: rowId(line.code),
      parent: line.parent === null ? null : rowId(line.parent),
      code: line.code,
      // The places of the printed rows give these very ordinals; only a number out of its place is set.
      ordinal: null,
      name: line.name,
      investment: official.get(line.code)?.investment ?? 'warn',
      leadAgency: '',
      note: '',
      confirmed: true,
    }),
  );
  const sources = standardSources(period).map((source) => ({
    ...source,
    years: sample.fundedYears[source.group].map(year),
  }));
  const amounts = new Map<RowId, RowAmounts>();
  for (const line of sample.rows) {
    if (line.oneYear) amounts.set(rowId(line.code), everyFundedYear(line.oneYear, sample.fundedYears));
  }
  return {
    id,
    header: {
      ...EMPTY_HEADER,
      title: sample.title,
      decision: sample.decision,
      locality: sample.locality,
      unit: sample.unit,
    },
    programme: programmeOf(template),
    period,
    sources,
    rows,
    review: NO_REVIEW,
    amounts,
  };
}

function everyFundedYear(oneYear: SampleAmounts, funded: Sample['fundedYears']): RowAmounts {
  const amounts = new Map<LeafKey, Dong>();
  const put = (source: keyof typeof funded, capital: Capital, amount: Dong): void => {
    if (amount === ZERO) return;
    for (const at of funded[source])
      amounts.set(leafKey(year(at) as Year, sourceId(source), capital), amount);
  };
  put('central', 'investment', oneYear.central.investment);
  put('central', 'recurrent', oneYear.central.recurrent);
  put('local', 'investment', oneYear.local.investment);
  put('local', 'recurrent', oneYear.local.recurrent);
  put('other', 'none', oneYear.other);
  return amounts;
}
