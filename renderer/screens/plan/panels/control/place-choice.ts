import { CAPITALS, type Capital, type Plan, yearsOf } from '../../../../../shared/plan/plan.ts';
import type { ControlPlace } from '../../../../../shared/plan/review.ts';
import { findSource } from '../../../../../shared/plan/sources.ts';
import type { Translate } from '../../../../i18n/text.ts';

/** What a stated total is the total of, as the fields choose it: empty is all. */
export interface Scope {
  readonly year: string;
  readonly source: string;
  readonly capital: string;
}

export const EVERYTHING: Scope = { year: '', source: '', capital: '' };

export function scopeOf({ year, source, capital }: Omit<ControlPlace, 'row'>): Scope {
  return { year: year === null ? '' : `${year}`, source: source ?? '', capital: capital ?? '' };
}

/** What was chosen; a choice that the plan does not have any more is all. */
export function placeOfScope(plan: Plan, { year, source, capital }: Scope): Omit<ControlPlace, 'row'> {
  return {
    year: yearsOf(plan.period).find((one) => `${one}` === year) ?? null,
    source: plan.sources.find(({ id }) => id === source)?.id ?? null,
    capital: CAPITALS.find((kind) => kind === capital) ?? null,
  };
}

export function capitalName(plan: Plan, capital: Capital, t: Translate): string {
  return capital === 'none' ? t('control.unclassified') : plan.programme[capital].short;
}

/** "2023 · NSTW · SN", or that it is all of it. */
export function placeName(plan: Plan, { year, source, capital }: ControlPlace, t: Translate): string {
  const parts = [
    year === null ? t('control.period') : `${year}`,
    source === null ? t('control.allSources') : (findSource(plan.sources, source)?.short ?? source),
    ...(capital === null ? [] : [capitalName(plan, capital, t)]),
  ];
  return parts.join(' · ');
}
