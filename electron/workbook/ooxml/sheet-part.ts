import { columnLetters } from '../../../shared/intake/cell-address.ts';
import { OFFICIAL_SETUP, type Paper } from '../../../shared/print/page-setup.ts';
import type { CellRange, PrintSetup, SheetCell, SheetModel, SheetRow } from '../write/sheet-model.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { StyleSheet } from './style-sheet.ts';
import { escapeXml, MAIN, XML } from './xml-text.ts';

/** Codes of OOXML (ST_PaperSize). */
const PAPER: Readonly<Record<Paper, number>> = { A4: 9, A3: 8 };
const INCHES_PER_MM = 1 / 25.4;
/** One unit of column width is a digit of the workbook's default font, Times New Roman 12: 6 pt. */
const POINTS_PER_WIDTH = 6;
const DEFAULT_HEIGHT = 15.75;
/** Older Excel shows longer cells of text format as ####. */
const LONGEST_TEXT_FORMAT = 255;

/**
 * A sheet as XML, row by row; elements stand in the order of ECMA-376, 18.3.1.99. Texts and looks are entered in what
 * the workbook's other parts are made of afterwards.
 */
export function* sheetPart(sheet: SheetModel, strings: SharedStrings, styles: StyleSheet): Generator<string> {
  yield head(sheet);
  for (const row of sheet.rows) yield rowXml(row, strings, styles);
  yield tail(sheet);
}

function head(sheet: SheetModel): string {
  const { print, lastRow, lastColumn } = sheet;
  const fits = print !== null && print.breaksAfter.length === 0;
  const columns = sheet.columnWidths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width / POINTS_PER_WIDTH}" customWidth="1"/>`,
  );
  return [
    `${XML}<worksheet xmlns="${MAIN}">`,
    fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="A1:${columnLetters(lastColumn)}${lastRow}"/>`,
    viewXml(sheet),
    `<sheetFormatPr defaultRowHeight="${DEFAULT_HEIGHT}"/>`,
    `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

function viewXml({ frozen, zoom }: SheetModel): string {
  if (!frozen) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const { rows, columns } = frozen;
  const corner = `${columnLetters(columns + 1)}${rows + 1}`;
  const pane = `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const selection = `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`;
  const scale = `zoomScale="${zoom}" zoomScaleNormal="${zoom}"`;
  return `<sheetViews><sheetView showGridLines="0" ${scale} workbookViewId="0">${pane}${selection}</sheetView></sheetViews>`;
}

function rowXml({ row, height, cells }: SheetRow, strings: SharedStrings, styles: StyleSheet): string {
  let xml = height === null ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`;
  for (const cell of cells) xml += cellXml(row, cell, strings, styles);
  return `${xml}</row>`;
}

function cellXml(
  row: number,
  { column, content, style }: SheetCell,
  strings: SharedStrings,
  styles: StyleSheet,
): string {
  const asText = content.kind === 'text' && content.text.length <= LONGEST_TEXT_FORMAT;
  const start = `<c r="${columnLetters(column)}${row}" s="${styles.numberOf(style, asText)}"`;
  switch (content.kind) {
    case 'empty':
      return `${start}/>`;
    case 'text':
      return `${start} t="s"><v>${strings.numberOf(content.text)}</v></c>`;
    case 'number':
      return `${start}><v>${content.number}</v></c>`;
    case 'formula':
      return `${start}><f>${escapeXml(content.formula)}</f><v>${content.result}</v></c>`;
    default:
      return content satisfies never;
  }
}

function tail(sheet: SheetModel): string {
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeOf(range)}"/>`);
  return [
    '</sheetData>',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    sheet.print ? printXml(sheet.print) : '',
    // No green corners at printed numbers that are text (TT "1").
    `<ignoredErrors><ignoredError sqref="A1:B${sheet.lastRow}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

function rangeOf({ top, left, bottom, right }: CellRange): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
}

function printXml({ paper, breaksAfter, breakAfterRow, numberedAnew }: PrintSetup): string {
  const onePageWide = breaksAfter.length === 0;
  const inches = (millimetres: number): string => `${millimetres * INCHES_PER_MM}`;
  const { top, bottom, left, right } = OFFICIAL_SETUP.margins;
  // Widths already fit: fitting only keeps a program whose letters are a little wider from adding a page.
  const scaling = onePageWide ? 'fitToWidth="1" fitToHeight="0"' : 'scale="100"';
  return [
    // Pages side by side begin at the same place, also the last one, which may be narrower.
    onePageWide ? '<printOptions horizontalCentered="1"/>' : '',
    `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="${inches(10)}" footer="${inches(10)}"/>`,
    `<pageSetup paperSize="${PAPER[paper]}" ${scaling} pageOrder="overThenDown" orientation="landscape"${numberedAnew ? ' firstPageNumber="1" useFirstPageNumber="1"' : ''}/>`,
    // Page numbers centred at the top, none on the first page (NĐ 30/2020/NĐ-CP).
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;13&amp;P</oddHeader></headerFooter>',
    breaksXml('rowBreaks', 16_383, breakAfterRow === null ? [] : [breakAfterRow]),
    breaksXml('colBreaks', 1_048_575, breaksAfter),
  ].join('');
}

function breaksXml(name: string, to: number, after: readonly number[]): string {
  if (after.length === 0) return '';
  const marks = after.map((at) => `<brk id="${at}" max="${to}" man="1"/>`).join('');
  return `<${name} count="${after.length}" manualBreakCount="${after.length}">${marks}</${name}>`;
}
