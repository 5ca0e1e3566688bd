import { useMemo } from 'react';
import { type Dong, dong } from '../../../../../shared/money/dong.ts';
import { percentText } from '../../../../../shared/money/percent.ts';
import { UNIT_NAME, type Unit } from '../../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../../shared/money/write.ts';
import type { CounterpartYear } from '../../../../../shared/pictures/counterpart.ts';
import { useText } from '../../../../i18n/text.ts';

/** How amounts are written in pictures: exact, by our own writer; never from the sizes that are drawn. */
export interface PictureWords {
  amount(amount: Dong): string;
  /** With its sign: more is +. */
  change(amount: Dong): string;
  /** A mark in words: what it is, and how much. */
  said(what: readonly string[], amount: Dong): string;
  share(part: Dong, whole: Dong): string;
  ratio(year: CounterpartYear): string;
  threshold(year: CounterpartYear): string;
  counterpart(year: CounterpartYear): string;
  readonly thresholdName: string;
  /** A place on an axis, which is no amount of the plan. */
  tick(size: number): string;
}

const AXIS_DECIMALS = 3;

export function usePictureWords(unit: Unit): PictureWords {
  const { t } = useText();
  return useMemo(() => {
    const amount = (one: Dong): string => writeAmount(one, unit, { zero: '-' });
    const share = (part: Dong, whole: Dong): string => {
      const text = percentText(part, whole);
      return text === undefined ? '' : `${text} %`;
    };
    const ratio = ({ local, central }: CounterpartYear): string =>
      central === 0n ? t('pictures.noCentral') : share(local, central);
    const threshold = ({ threshold: hundredths }: CounterpartYear): string =>
      hundredths === null ? t('pictures.noThreshold') : share(dong(BigInt(hundredths)), dong(10_000n));
    return {
      amount,
      share,
      ratio,
      threshold,
      thresholdName: t('pictures.threshold'),
      change: (one) => `${one > 0n ? '+' : ''}${amount(one)}`,
      said: (what, one) => `${what.join(', ')}: ${amount(one)} ${UNIT_NAME[unit]}`,
      counterpart: (one) =>
        t('pictures.counterpartSaid', { year: one.year, ratio: ratio(one), threshold: threshold(one) }),
      tick: (size) =>
        writeAmount(dong(BigInt(Math.round(size))), unit, { decimals: AXIS_DECIMALS, zero: '0' }),
    };
  }, [unit, t]);
}
