/**
 * `Dong`: an amount of money, a whole number of đồng. The only money type in the product; never a float.
 * Bounded so that a `BigInt64Array` in the engine can hold it and a sum beyond it is refused, not wrapped.
 */
declare const dongBrand: unique symbol;
export type Dong = bigint & { readonly [dongBrand]: 'Dong' };

/** The largest amount or total that is accepted, in đồng (about 3 000 times the largest public total). */
export const DONG_LIMIT = 9_000_000_000_000_000_000n;

/** Brands a whole number of đồng. The range is checked where amounts enter (`isInRange`). */
export function dong(value: bigint): Dong {
  return value as Dong;
}

export const ZERO: Dong = dong(0n);

export function isInRange(value: bigint): boolean {
  return value <= DONG_LIMIT && value >= -DONG_LIMIT;
}

export function magnitude(value: Dong): Dong {
  return dong(value < 0n ? -value : value);
}
