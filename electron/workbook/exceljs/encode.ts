import type { Alignment, Border, Cell, Style, Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../../shared/intake/cell-address.ts';
import { sheetText } from '../../../shared/intake/sheet-text.ts';
import { OFFICIAL_SETUP, type Paper } from '../../../shared/print/page-setup.ts';
import type {
  CellRange,
  CellStyle,
  PrintSetup,
  SheetCell,
  SheetModel,
  WorkbookModel,
} from '../write/sheet-model.ts';
import { codeWideCharacters } from './whole-characters.ts';

/** Fixed, so that the same plan gives the same bytes. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1));
const AUTHOR = 'Phụ lục Kinh phí';
/** Codes of OOXML (ST_PaperSize). */
const PAPER: Readonly<Record<Paper, number>> = { A4: 9, A3: 8 };
const INCHES_PER_MM = 1 / 25.4;
const FONT = 'Times New Roman';
/** One unit of column width is a digit of the workbook's default font, Times New Roman 12: 6 pt (`finishPackage`). */
const POINTS_PER_WIDTH = 6;

/** The workbook as an .xlsx package by exceljs: what it cannot write is added by `finishPackage`. */
export async function encodeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  // Loaded only where a workbook is written or read: it costs every start of the CLI 0,15 s otherwise.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = AUTHOR;
  workbook.lastModifiedBy = AUTHOR;
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  workbook.title = codeWideCharacters(sheetText(model.title));
  for (const sheet of model.sheets) addSheet(workbook, sheet);
  for (const { name, sheet, range } of model.names) workbook.definedNames.add(absolute(sheet, range), name);
  // Packed once, at the end: `finishPackage` still changes parts.
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}

function addSheet(workbook: Workbook, model: SheetModel): void {
  const sheet = workbook.addWorksheet(model.name, {
    state: model.hidden ? 'hidden' : 'visible',
    views: viewsOf(model),
  });
  model.columnWidths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width / POINTS_PER_WIDTH;
  });
  for (const [row, height] of model.rowHeights) sheet.getRow(row).height = height;
  const styles = new Map<string, Partial<Style>>();
  for (const cell of model.cells) fill(sheet.getCell(cell.row, cell.column), cell, styles);
  for (const { top, left, bottom, right } of model.merges) {
    sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  }
  if (model.print) setUpPrint(sheet, model.print);
}

function viewsOf({ frozen, zoom }: SheetModel): Worksheet['views'] {
  if (!frozen) return [];
  const corner = `${columnLetters(frozen.columns + 1)}${frozen.rows + 1}`;
  return [
    {
      state: 'frozen',
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      topLeftCell: corner,
      activeCell: corner,
      zoomScale: zoom,
      zoomScaleNormal: zoom,
      showGridLines: false,
    },
  ];
}

function fill(cell: Cell, { content, style }: SheetCell, styles: Map<string, Partial<Style>>): void {
  switch (content.kind) {
    case 'empty':
      break;
    case 'text':
      cell.value = codeWideCharacters(escaped(sheetText(content.text)));
      break;
    case 'number':
      cell.value = content.number;
      break;
    case 'formula':
      cell.value = { formula: content.formula, result: content.result };
      break;
    default:
      content satisfies never;
  }
  cell.style = styleOf(
    style,
    content.kind === 'text' ? textFormat(content.text) : style.numberFormat,
    styles,
  );
}

/** Spreadsheets take _x000D_ for a character code: the text that looks like one is written with its own. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** As text, so that "=1+1" stays text when it is edited. Older Excel shows long cells of this format as ####. */
function textFormat(text: string): string | null {
  return text.length <= 255 ? '@' : null;
}

/** Cells of one look share one style object. */
function styleOf(
  style: CellStyle,
  numberFormat: string | null,
  styles: Map<string, Partial<Style>>,
): Partial<Style> {
  const key = JSON.stringify([style, numberFormat]);
  const known = styles.get(key);
  if (known) return known;
  const alignment: Partial<Alignment> = {
    horizontal: style.align,
    vertical: 'middle',
    wrapText: style.wrap,
    indent: style.indent,
  };
  const made: Partial<Style> = {
    font: { name: FONT, size: style.size, bold: style.bold, italic: style.italic, family: 1 },
    alignment,
    ...(style.border === 'none' ? {} : { border: borderOf(style.border) }),
    ...(numberFormat === null ? {} : { numFmt: numberFormat }),
  };
  styles.set(key, made);
  return made;
}

function borderOf(border: 'thin' | 'ruled'): Style['border'] {
  const line = (style: 'thin' | 'medium'): Partial<Border> => ({ style, color: { argb: 'FF000000' } });
  const thin = line('thin');
  return {
    top: border === 'ruled' ? line('medium') : thin,
    left: thin,
    bottom: thin,
    right: thin,
    diagonal: {},
  };
}

function setUpPrint(sheet: Worksheet, print: PrintSetup): void {
  const { area, titleRows, titleColumns } = print;
  const { margins } = OFFICIAL_SETUP;
  const onePageWide = print.breaksAfter.length === 0;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: PAPER[print.paper],
    orientation: 'landscape',
    // Pages side by side begin at the same place, also the last one, which may be narrower.
    horizontalCentered: onePageWide,
    pageOrder: 'overThenDown',
    // Widths already fit: this only keeps a program whose letters are a little wider from adding a page.
    ...(onePageWide ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { fitToPage: false, scale: 100 }),
    margins: {
      top: margins.top * INCHES_PER_MM,
      bottom: margins.bottom * INCHES_PER_MM,
      left: margins.left * INCHES_PER_MM,
      right: margins.right * INCHES_PER_MM,
      header: 10 * INCHES_PER_MM,
      footer: 10 * INCHES_PER_MM,
    },
    printArea: `${columnLetters(area.left)}$${area.top}:${columnLetters(area.right)}$${area.bottom}`,
    printTitlesRow: `${titleRows.first}:${titleRows.last}`,
    ...(titleColumns
      ? { printTitlesColumn: `${columnLetters(titleColumns.first)}:${columnLetters(titleColumns.last)}` }
      : {}),
  };
  if (print.breakAfterRow !== null) sheet.getRow(print.breakAfterRow).addPageBreak();
  // Page numbers centred at the top, none on the first page (NĐ 30/2020/NĐ-CP).
  sheet.headerFooter.differentFirst = true;
  sheet.headerFooter.oddHeader = `&C&"${FONT},Regular"&13&P`;
}

function absolute(sheet: string, { top, left, bottom, right }: CellRange): string {
  return `'${sheet}'!$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
}
