import { type Dong, magnitude } from '../../money/dong.ts';
import { UNIT_NAME, UNIT_SIZE, type Unit } from '../../money/unit.ts';
import { writeAmount } from '../../money/write.ts';

/** Larger units first, and the smallest part of each that a sentence still says: thousandths. */
const LADDER: readonly Unit[] = ['ty', 'trieu'];
const PARTS = 1_000n;

/**
 * An amount as sentences of decisions have it: exact, in tỷ or triệu đồng by its size, with at most three decimals; in đồng
 * where that would not be exact. "62,5 tỷ đồng", "600 triệu đồng", "123.456 đồng", "âm 1,5 tỷ đồng".
 */
export function amountWording(amount: Dong): string {
  const size = magnitude(amount);
  const unit =
    LADDER.find((one) => size >= UNIT_SIZE[one] && size % (UNIT_SIZE[one] / PARTS) === 0n) ?? 'dong';
  return `${amount < 0n ? 'âm ' : ''}${writeAmount(size, unit, { zero: '0' })} ${UNIT_NAME[unit]}`;
}

/** A difference with its sign: "+500 triệu đồng", "−1 tỷ đồng". */
export function differenceWording(difference: Dong): string {
  return `${difference < 0n ? '−' : '+'}${amountWording(magnitude(difference))}`;
}
