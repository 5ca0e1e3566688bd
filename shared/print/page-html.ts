import type { FormRow } from '../forms/table.ts';
import { withoutHiddenMarks } from '../text/hidden-marks.ts';
import type { PlacedLine } from './page-lines.ts';
import { LABEL_COLUMNS, type PagePart } from './page-parts.ts';
import type { PrintedRow } from './page-rows.ts';
import { COMMON_STYLE, formStyle, lineClass } from './page-style.ts';
import type { PrintedPage, PrintedPages } from './pages.ts';
import { printedCell } from './printed-amount.ts';

/** Nothing is loaded and nothing runs: the page is text, and its one style sheet. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The document's one style element, to which a page with a stricter policy adds its nonce. */
export const STYLE_TAG = '<style>';

/**
 * Printed forms as one HTML document that needs nothing else. Each page is a section of the sheet's size, so that what
 * is previewed, printed and kept as PDF has the same pages. Each form has page numbers of its own (NĐ 30/2020/NĐ-CP).
 */
export function pagesHtml(layouts: readonly [PrintedPages, ...PrintedPages[]]): string {
  const [first] = layouts;
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escaped(first.table.title)}</title>`,
    `${STYLE_TAG}${COMMON_STYLE}`,
    ...layouts.map((layout, at) => formStyle(layout, scopeOf(at))),
    '</style>',
    '</head>',
    '<body>',
    ...layouts.flatMap((layout, at) => [
      `<div class="${scopeOf(at)}">`,
      ...layout.pages.map((page, number) => pageHtml(layout, page, number + 1)),
      '</div>',
    ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function scopeOf(at: number): string {
  return `form${at}`;
}

function pageHtml(layout: PrintedPages, { above, table, below }: PrintedPage, number: number): string {
  const part = table ? layout.parts[table.part] : undefined;
  return [
    '<section>',
    ...(number > 1 ? [`<p class="number">${number}</p>`] : []),
    ...above.map(lineHtml),
    ...(table && part ? [tableHtml(layout, part, table.part, table.rows)] : []),
    ...below.map(lineHtml),
    '</section>',
  ].join('\n');
}

function lineHtml(line: PlacedLine): string {
  return `<p class="${lineClass(line)}${line.signs ? ' signs' : ''}">${escaped(line.text)}</p>`;
}

function tableHtml(layout: PrintedPages, part: PagePart, index: number, rows: readonly PrintedRow[]): string {
  return [
    `<table class="part${index}">`,
    `<colgroup>${'<col>'.repeat(part.widths.length)}</colgroup>`,
    '<thead>',
    ...part.headingHeights.map((height, line) => {
      const spans = part.headings.filter(({ top }) => top === line);
      const cells = spans.toSorted((one, other) => one.left - other.left).map(headingHtml);
      return `<tr class="h${height}">${cells.join('')}</tr>`;
    }),
    '</thead>',
    '<tbody>',
    ...rows.map((row) => rowHtml(layout, part, row)),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function headingHtml({ title, top, bottom, left, right }: PagePart['headings'][number]): string {
  const across = right > left ? ` colspan="${right - left + 1}"` : '';
  const down = bottom > top ? ` rowspan="${bottom - top + 1}"` : '';
  const scope = right > left ? 'colgroup' : 'col';
  return `<th scope="${scope}"${across}${down}>${escaped(title)}</th>`;
}

function rowHtml({ table, decimals }: PrintedPages, part: PagePart, printed: PrintedRow): string {
  const row = table.rows[printed.row];
  if (!row) return '';
  const { look } = printed;
  const looks = [`h${printed.height}`, ...(look.bold ? ['bold'] : []), ...(look.ruled ? ['ruled'] : [])];
  const cells = row.cells
    .slice(part.from, part.to)
    .map((cell) => (printed.amounts ? printedCell(cell, table, decimals) : ''))
    .map((text) => `<td class="amount">${escaped(text)}</td>`);
  const note = part.notes ? `<td class="note">${escaped(printed.note)}</td>` : '';
  return `<tr class="${looks.join(' ')}">${labelHtml(row, printed)}${cells.join('')}${note}</tr>`;
}

/** TT and Nội dung; a total row's name stands across both. */
function labelHtml({ kind }: FormRow, { ordinal, name, look }: PrintedRow): string {
  if (kind === 'total') {
    return `<th scope="row" class="centre" colspan="${LABEL_COLUMNS}">${escaped(name)}</th>`;
  }
  const indent = look.indent > 0 ? ` class="in${look.indent}"` : '';
  return `<td class="centre">${escaped(ordinal)}</td><th scope="row"${indent}>${escaped(name)}</th>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return withoutHiddenMarks(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
