import { useMemo } from 'react';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import { type PlaceWords, placeName } from '../../../../../shared/reconcile/wording/place-name.ts';
import type { Stated } from '../../../../../shared/reconcile/wording/statement.ts';
import { useText } from '../../../../i18n/text.ts';

/** Names a place of a plan in the officer's language. */
export function usePlaceWords(): (plan: Plan, place: Stated) => string {
  const { t } = useText();
  return useMemo(() => {
    const words: PlaceWords = {
      whole: t('wording.wholeProgramme'),
      unclassified: t('wording.unclassified'),
      oneYear: t('wording.oneYear'),
      year: (year) => t('wording.year', { year }),
    };
    return (plan, place) => placeName(plan, place, words);
  }, [t]);
}
