import type { Zero } from '../../../shared/forms/print-options.ts';

/** The third part of a format is what it shows of zero; without it a zero is a number like others. */
const ZERO_PART: Readonly<Record<Zero, string>> = { dash: ';"-"_ ', blank: ';', zero: '' };

/** Thousands grouped by the reader's locale, a minus before negatives; a space's width from the border. */
export function numberFormat(decimals: number, zero: Zero = 'dash'): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `${digits}_ ;-${digits}_ ${ZERO_PART[zero]}`;
}

/** A share in per cent, as a plain number under a heading that says so. */
export const SHARE_FORMAT = '0.00_ ';
