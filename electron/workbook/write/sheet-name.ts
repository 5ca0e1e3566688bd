/** What Excel takes as the name of a sheet. */
const LONGEST_SHEET_NAME = 31;

/** A form's name as its sheet bears it: without the signs that Excel refuses there. */
export function sheetName(form: string): string {
  const plain = form
    .replaceAll(/[\p{Cc}[\]:*?/\\]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^'|'$/g, '')
    .slice(0, LONGEST_SHEET_NAME)
    .trim();
  return plain === '' ? 'Biểu' : plain;
}

/** The name before a cell's address in a formula. */
export function sheetPrefix(form: string): string {
  return `'${sheetName(form).replaceAll("'", "''")}'!`;
}
