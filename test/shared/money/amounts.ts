import fc from 'fast-check';
import { DONG_LIMIT, type Dong, dong } from '../../../shared/money/dong.ts';
import { UNITS } from '../../../shared/money/unit.ts';

/** Amounts of every size, to the limit, small ones and round ones as often as large. */
export const anyAmount: fc.Arbitrary<Dong> = fc
  .oneof(
    fc.bigInt({ min: -DONG_LIMIT, max: DONG_LIMIT }),
    fc.bigInt({ min: -2_000_000n, max: 2_000_000n }),
    fc
      .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.integer({ min: 0, max: 15 }))
      .map(([a, b]) => a * 10n ** BigInt(b)),
  )
  .map(dong);

export const anyUnit = fc.constantFrom(...UNITS);
export const anyNumbers = fc.constantFrom('vi' as const, 'en' as const);
