import type { Dong } from '../money/dong.ts';
import { sheetNumber } from '../money/sheet-number.ts';
import type { Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';
import type { OwnCell } from './own-block.ts';

/**
 * A copied block as a table. A number stands in an attribute that no locale touches: `x:num` for Excel, which asks for
 * its namespace on the root, `sdval` for LibreOffice. A text stays text, one that begins with "=" too, by the number
 * format of texts (`mso-number-format` for Excel, `sdnum` for LibreOffice), and a line end in it does not open a row.
 */
export function copiedHtml(rows: readonly (readonly OwnCell[])[], unit: Unit): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => tableCell(cell, unit)).join('')}</tr>`);
  return `${HEAD}<body><!--StartFragment--><table>${body.join('\n')}</table><!--EndFragment--></body></html>`;
}

const MOST_DECIMALS = 9;

/** "#,##0.000": as many decimals as the amount has, so that nothing of it is hidden. */
function numberFormat(decimals: number): string {
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}

const NUMBER_STYLES = Array.from(
  { length: MOST_DECIMALS + 1 },
  (_, decimals) =>
    `.n${decimals}{text-align:right;mso-number-format:"${escapedFormat(numberFormat(decimals))}"}`,
);

/** Excel's style sheets escape every letter of a format. */
function escapedFormat(format: string): string {
  return format.replaceAll(/[#,.]/g, '\\$&');
}

const HEAD =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" ' +
  'xmlns="http://www.w3.org/TR/REC-html40"><head><meta charset="utf-8"><style>' +
  `br{mso-data-placement:same-cell}.t{mso-number-format:"\\@";white-space:normal}${NUMBER_STYLES.join('')}` +
  '</style></head>';

function tableCell(cell: OwnCell, unit: Unit): string {
  switch (cell.kind) {
    case 'amount':
      return amountCell(cell.amount, unit);
    case 'text':
      return textCell(cell.text);
    case 'mixed':
      return textCell('≠');
    case 'blank':
      return '<td></td>';
    default:
      return cell satisfies never;
  }
}

function amountCell(amount: Dong, unit: Unit): string {
  const shown = writeAmount(amount, unit);
  // Past fifteen digits a spreadsheet would change the amount: it stays text, where every digit is kept.
  if (sheetNumber(amount, unit) === undefined) return textCell(shown);
  const exact = shown.replaceAll('.', '').replace(',', '.');
  const point = exact.indexOf('.');
  const decimals = point < 0 ? 0 : exact.length - point - 1;
  const format = numberFormat(decimals);
  return `<td class=n${decimals} x:num="${exact}" sdval="${exact}" sdnum="1033;0;${format}">${shown}</td>`;
}

function textCell(text: string): string {
  return `<td class=t sdnum="1033;0;@">${escaped(text).replaceAll('\n', '<br>')}</td>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
