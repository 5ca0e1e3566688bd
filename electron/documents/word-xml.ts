import { sheetText } from '../../shared/intake/sheet-text.ts';
import type { PrintedLine } from '../../shared/print/furniture.ts';

/** The few elements of WordprocessingML that an appendix needs. Lengths are in points. */

export interface RunLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic?: boolean;
}

export interface ParagraphLook extends RunLook {
  readonly align: PrintedLine['align'] | 'both';
  readonly spaceBefore?: number;
  readonly indent?: number;
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
}

export interface CellLook extends ParagraphLook {
  readonly width: number;
  /** Columns. */
  readonly across?: number;
  /** The first cell of several below each other, or one of the others. */
  readonly down?: 'first' | 'more';
  /** A stronger line above. */
  readonly ruled?: boolean;
}

const NUMBER_SIZE = 13;

/** Word counts lengths in twentieths of a point. */
export function twentieths(points: number): number {
  return Math.round(points * 20);
}

export function paragraph(text: string, look: ParagraphLook): string {
  return paragraphOf(runs(text, look), look);
}

/** The number of the page, centred. */
export function pageNumber(): string {
  const look = { size: NUMBER_SIZE, bold: false, align: 'center' } as const;
  return paragraphOf(
    `<w:fldSimple w:instr="PAGE"><w:r>${runLook(look)}<w:t>2</w:t></w:r></w:fldSimple>`,
    look,
  );
}

function paragraphOf(content: string, look: ParagraphLook): string {
  const { align, spaceBefore = 0, indent = 0, keepNext = false, newPage = false } = look;
  const own = [
    keepNext ? '<w:keepNext/>' : '',
    newPage ? '<w:pageBreakBefore/>' : '',
    `<w:spacing w:before="${twentieths(spaceBefore)}" w:after="0"/>`,
    indent > 0 ? `<w:ind w:left="${twentieths(indent)}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    // An empty paragraph is as tall as its mark.
    runLook(look),
  ];
  return `<w:p><w:pPr>${own.join('')}</w:pPr>${content}</w:p>`;
}

/** Text with its line breaks. */
function runs(text: string, look: RunLook): string {
  if (text === '') return '';
  const lines = sheetText(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${runLook(look)}${lines.join('<w:br/>')}</w:r>`;
}

function runLook({ size, bold, italic = false }: RunLook): string {
  const halves = Math.round(size * 2);
  const own = `${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}`;
  return `<w:rPr>${own}<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/></w:rPr>`;
}

export function cell(text: string, look: CellLook): string {
  const { width, across = 1, down, ruled = false } = look;
  const own = [
    `<w:tcW w:w="${twentieths(width)}" w:type="dxa"/>`,
    across > 1 ? `<w:gridSpan w:val="${across}"/>` : '',
    down === 'first' ? '<w:vMerge w:val="restart"/>' : down === 'more' ? '<w:vMerge/>' : '',
    ruled ? '<w:tcBorders><w:top w:val="single" w:sz="10" w:space="0" w:color="000000"/></w:tcBorders>' : '',
    '<w:vAlign w:val="center"/>',
  ];
  return `<w:tc><w:tcPr>${own.join('')}</w:tcPr>${paragraph(text, look)}</w:tc>`;
}

/** A row that no page break parts; a header row stands on every page, at least so high. */
export function row(cells: readonly string[], header: { readonly height: number } | null = null): string {
  const height = header ? `<w:trHeight w:val="${twentieths(header.height)}" w:hRule="atLeast"/>` : '';
  return `<w:tr><w:trPr><w:cantSplit/>${height}${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

/** `padding` is of each side of a cell. */
export function table(rows: readonly string[], widths: readonly number[], padding: number): string {
  const borders = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`);
  const margins = [
    ['top', 1],
    ['left', padding],
    ['bottom', 1],
    ['right', padding],
  ] as const;
  const own = [
    `<w:tblW w:w="${widths.reduce((sum, width) => sum + twentieths(width), 0)}" w:type="dxa"/>`,
    '<w:jc w:val="center"/>',
    `<w:tblBorders>${borders.join('')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar>${margins.map(([side, wide]) => `<w:${side} w:w="${twentieths(wide)}" w:type="dxa"/>`).join('')}</w:tblCellMar>`,
  ];
  const grid = widths.map((width) => `<w:gridCol w:w="${twentieths(width)}"/>`);
  return `<w:tbl><w:tblPr>${own.join('')}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** Text inside an element; what XML cannot carry is left out. */
export function escaped(text: string): string {
  return sheetText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
