/** How numbers are written: `vi` 1.500,5 and `en` 1,500.5. It is decided for a whole block or sheet, never cell by cell. */
export const NUMBERS = ['vi', 'en'] as const;
export type Numbers = (typeof NUMBERS)[number];

export interface Marks {
  readonly thousands: '.' | ',';
  readonly decimal: '.' | ',';
}

/** The grouping and decimal marks of each convention (domain.md, "Numbers and words"). */
export const MARKS: Readonly<Record<Numbers, Marks>> = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
};
