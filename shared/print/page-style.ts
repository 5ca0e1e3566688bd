import { type PlacedLine, SIGNATURE_SHARE } from './page-lines.ts';
import { sheetSize } from './page-setup.ts';
import type { PrintedPages } from './pages.ts';
import { DEEPEST_INDENT } from './row-look.ts';
import { CELL_PADDING, INDENT_WIDTH } from './text-height.ts';

/** Of the page number, in points, and its distance from the top of the sheet, in millimetres. */
const NUMBER_SIZE = 13;
const NUMBER_TOP = 9;

/** A page a hair lower than its sheet, so that rounding never begins another sheet. Millimetres. */
const HAIR = 0.5;

/** Times New Roman, or a free font with the same widths. */
const FONT = '"Times New Roman", "Liberation Serif", Tinos, serif';

/**
 * What holds for the pages of every form. Everything that an element needs is a class, so that none carries a style of
 * its own, which a strict content policy forbids. On a screen the pages lie on a desk; `--zoom` is theirs alone.
 */
export const COMMON_STYLE = [
  '@page{margin:0}',
  '*{box-sizing:border-box}',
  `body{margin:0;line-height:1.25;font-family:${FONT};color:#000;background:#fff;-webkit-print-color-adjust:exact}`,
  'section{position:relative;background:#fff;break-after:page}',
  'body>:last-child>section:last-child{break-after:auto}',
  `.number{position:absolute;top:${NUMBER_TOP}mm;text-align:center;font-size:${NUMBER_SIZE}pt}`,
  'p{margin:0;white-space:pre-line;overflow-wrap:anywhere}',
  `.signs{margin-left:${100 - SIGNATURE_SHARE * 100}%}`,
  'table{border-collapse:collapse;table-layout:fixed}',
  `th,td{padding:0 ${CELL_PADDING / 2 - 0.25}pt;border:.5pt solid #000;text-align:left;vertical-align:middle;white-space:pre-line;overflow-wrap:anywhere;font-weight:400}`,
  'thead th{text-align:center;font-weight:700}',
  '.bold td,.bold th{font-weight:700}',
  '.bold .note{font-weight:400}',
  '.ruled td,.ruled th{border-top-width:1.25pt}',
  '.amount{text-align:right;white-space:nowrap}',
  'td.centre,th.centre{text-align:center}',
  ...Array.from({ length: DEEPEST_INDENT }, (_, step) => {
    return `th.in${step + 1}{padding-left:${CELL_PADDING / 2 + (step + 1) * INDENT_WIDTH}pt}`;
  }),
  '@media screen{body{background:#8a8a8a;padding:16px}section{zoom:var(--zoom,1);margin:0 auto 16px;box-shadow:0 1px 6px #0008}}',
].join('\n');

/** What one form's pages need beside it; they stand in an element of class `scope`. */
export function formStyle(layout: PrintedPages, scope: string): string {
  const { paper, setup, size, parts, pages } = layout;
  const { width, height } = sheetSize(paper);
  const { top, right, bottom, left } = setup.margins;
  const heights = new Set(pages.flatMap(({ table }) => table?.rows.map((row) => row.height) ?? []));
  for (const part of parts) for (const one of part.headingHeights) heights.add(one);
  const lines = pages.flatMap(({ above, below }) => [...above, ...below]);
  const rules = [
    `section{page:${scope};font-size:${size}pt;width:${width}mm;min-height:${height - HAIR}mm;padding:${top}mm ${right}mm ${bottom - HAIR}mm ${left}mm}`,
    `.number{left:${left}mm;right:${right}mm}`,
    ...(parts.length === 1 ? ['table{margin:0 auto}'] : []),
    ...[...heights].map((one) => `.h${one}{height:${one}pt}`),
    ...parts.flatMap(({ widths }, part) => [
      `.part${part}{width:${widths.reduce((sum, one) => sum + one, 0).toFixed(2)}pt}`,
      ...widths.map((one, at) => `.part${part} col:nth-child(${at + 1}){width:${one.toFixed(2)}pt}`),
    ]),
    ...new Set(lines.map((line) => `.${lineClass(line)}{${lineStyle(line)}}`)),
  ];
  return `@page ${scope}{size:${width}mm ${height}mm}\n.${scope}{\n${rules.join('\n')}\n}`;
}

/** The class of a line's look. */
export function lineClass({ size, bold, italic, align, space }: PlacedLine): string {
  return `l${size}${bold ? 'b' : ''}${italic ? 'i' : ''}${align.charAt(0)}${space}`;
}

function lineStyle({ size, bold, italic, align, space }: PlacedLine): string {
  return [
    `font-size:${size}pt`,
    `text-align:${align}`,
    ...(bold ? ['font-weight:700'] : []),
    ...(italic ? ['font-style:italic'] : []),
    ...(space > 0 ? [`padding-top:${space}pt`] : []),
    `min-height:${size * 1.25 + space}pt`,
  ].join(';');
}
