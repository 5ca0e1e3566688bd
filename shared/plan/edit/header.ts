import { type Refusal, refuse } from '../../refusal.ts';
import { type Plan, parseLeafKey } from '../plan.ts';
import type { EditSteps, PlanRefusalCode, SetHeader, SetPeriod, SetProgramme } from './edit.ts';
import { formerValues } from './patch.ts';

/** A plan of more years than this is a slip of the keyboard: no programme period is near it. */
export const MOST_YEARS = 30;

function setPeriodRefusal(plan: Plan, { period }: SetPeriod): Refusal<PlanRefusalCode> | null {
  const { first, last } = period;
  const whole = Number.isInteger(first) && Number.isInteger(last);
  if (!whole || first < 1900 || last > 2999 || last < first || last - first >= MOST_YEARS) {
    return refuse('plan.badPeriod', { first, last, most: MOST_YEARS }).refusal;
  }
  const outside = (year: number): boolean => year < first || year > last;
  for (const source of plan.sources) {
    const year = source.years.find(outside);
    if (year !== undefined) {
      return refuse('plan.sourceFundsOutsidePeriod', { source: source.name, year, first, last }).refusal;
    }
  }
  for (const [id, amounts] of plan.amounts) {
    for (const key of amounts.keys()) {
      const { year } = parseLeafKey(key);
      if (outside(year)) {
        const row = plan.rows.find((one) => one.id === id);
        return refuse('plan.periodHoldsAmounts', { year, code: row?.code ?? id, first, last }).refusal;
      }
    }
  }
  return null;
}

function setPeriodInverse(plan: Plan): SetPeriod {
  return { kind: 'setPeriod', period: plan.period };
}

function setHeader(plan: Plan, edit: SetHeader): Plan {
  return { ...plan, header: { ...plan.header, ...edit.patch } };
}

function setHeaderInverse(plan: Plan, edit: SetHeader): SetHeader {
  return { kind: 'setHeader', patch: formerValues(plan.header, edit.patch) };
}

function setProgramme(plan: Plan, edit: SetProgramme): Plan {
  return { ...plan, programme: { ...plan.programme, ...edit.patch } };
}

function setProgrammeInverse(plan: Plan, edit: SetProgramme): SetProgramme {
  return { kind: 'setProgramme', patch: formerValues(plan.programme, edit.patch) };
}

export const setPeriodSteps: EditSteps<SetPeriod> = {
  refusal: setPeriodRefusal,
  apply: (plan, edit) => ({ ...plan, period: edit.period }),
  inverse: setPeriodInverse,
};
export const setHeaderSteps: EditSteps<SetHeader> = {
  refusal: () => null,
  apply: setHeader,
  inverse: setHeaderInverse,
};
export const setProgrammeSteps: EditSteps<SetProgramme> = {
  refusal: () => null,
  apply: setProgramme,
  inverse: setProgrammeInverse,
};
