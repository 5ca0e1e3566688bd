import type { FormTable } from '../../shared/forms/table.ts';
import { printedCell, SHARE_DECIMALS } from '../../shared/print/printed-amount.ts';
import { withoutHiddenMarks } from '../../shared/text/hidden-marks.ts';

/**
 * A form as CSV (RFC 4180), for other programs; the workbook is for people. Decided so that no program can read another
 * amount than ours:
 *
 * - Amounts are whole đồng in plain digits, whatever the plan's unit is, and each amount's heading says "(đồng)": there
 *   is no decimal or thousands mark that a Vietnamese and an English Excel would read differently. Zero is 0; not
 *   applicable is empty.
 * - Fields are parted by semicolons, as Excel does where the comma is the decimal mark, and a field with a comma is
 *   quoted too. A "sep=" line is not written: with it Excel forgets that the file is UTF-8.
 * - UTF-8 with a byte order mark, lines ended by CR LF, one heading line (heading paths joined with " / "), then rows as
 *   printed, so that every line has the same fields.
 * - A share in per cent is text. Several forms follow each other, an empty line between them.
 * - Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function formCsv(tables: readonly FormTable[]): string {
  return `\uFEFF${tables.map(linesOf).join('\r\n')}`;
}

function linesOf(table: FormTable): string {
  const amounts = table.columns.map(
    ({ id, path }) => `${path.join(' / ')}${id === 'share' ? '' : ' (đồng)'}`,
  );
  const heading = ['TT', 'Nội dung', ...amounts, ...(table.notes ? ['Ghi chú'] : [])];
  const lines = table.rows.map((row) => [
    textField(row.ordinal),
    textField(row.name),
    ...row.cells.map((cell) => {
      const { role, amount } = cell;
      if (amount === 'mixed') throw new Error('a form that would lose amounts was not refused before');
      if (role === 'share') return textField(printedCell(cell, table, SHARE_DECIMALS));
      return amount === null ? '' : `${amount}`;
    }),
    ...(table.notes ? [textField(row.note)] : []),
  ]);
  return [heading.map(textField), ...lines].map((fields) => `${fields.join(SEPARATOR)}\r\n`).join('');
}

const SEPARATOR = ';';

/** What makes a spreadsheet take a text for a formula when it opens one, also after blanks that it trims. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function textField(given: string): string {
  const text = withoutHiddenMarks(given);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";,\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
