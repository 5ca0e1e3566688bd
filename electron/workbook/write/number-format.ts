/** Thousands grouped by the reader's locale, a minus before negatives, "-" for zero; a space's width from the border. */
export function numberFormat(decimals: number): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `${digits}_ ;-${digits}_ ;"-"_ `;
}
