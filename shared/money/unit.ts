/** The units a form prints amounts in (đơn vị tính) and how many đồng one of each is. */
export const UNITS = ['dong', 'nghin', 'trieu', 'ty'] as const;
export type Unit = (typeof UNITS)[number];

/** Decimal places between a unit and the đồng: 1 triệu = 10^6 đồng. */
export const UNIT_EXPONENT: Readonly<Record<Unit, number>> = { dong: 0, nghin: 3, trieu: 6, ty: 9 };

export const UNIT_SIZE: Readonly<Record<Unit, bigint>> = {
  dong: 1n,
  nghin: 1_000n,
  trieu: 1_000_000n,
  ty: 1_000_000_000n,
};

/** As printed in "Đơn vị tính: Triệu đồng". */
export const UNIT_NAME: Readonly<Record<Unit, string>> = {
  dong: 'đồng',
  nghin: 'nghìn đồng',
  trieu: 'triệu đồng',
  ty: 'tỷ đồng',
};
