import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  type IParagraphOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FormRow, FormTable } from '../../shared/forms/table.ts';
import { sheetText } from '../../shared/intake/sheet-text.ts';
import { linesAbove, linesBelow, type PrintedLine } from '../../shared/print/furniture.ts';
import { SIGNATURE_SHARE } from '../../shared/print/page-lines.ts';
import { LABEL_COLUMNS, type PagePart } from '../../shared/print/page-parts.ts';
import { OFFICIAL_SETUP, type PageSetup, pageRoom, sheetSize } from '../../shared/print/page-setup.ts';
import { layoutPages, type PrintedPages } from '../../shared/print/pages.ts';
import { printedCell } from '../../shared/print/printed-amount.ts';
import { type RowLook, rowLooks } from '../../shared/print/row-look.ts';
import { CELL_PADDING, INDENT_WIDTH } from '../../shared/print/text-height.ts';
import { readArchive } from '../workbook/zip/read-archive.ts';
import { writeArchive } from '../workbook/zip/write-archive.ts';

const FONT = 'Times New Roman';
/** Word counts lengths in twentieths of a point and text in half points. */
const TWENTIETHS = 20;
const HALVES = 2;
const TWENTIETHS_PER_MM = 1440 / 25.4;
const NUMBER_SIZE = 13;
const HEADER_FROM_TOP = 9;

/**
 * A form as a Word document that can be edited further: the lines around the table as paragraphs, and a real table whose
 * header rows repeat on every page. A form wider than its paper is one table after another, parted between blocks, for
 * Word breaks its pages itself. The same plan gives the same bytes.
 */
export async function wordAppendix(
  table: FormTable,
  setup: PageSetup = OFFICIAL_SETUP,
): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layoutPages(table, setup);
  const { width, height } = sheetSize(layout.paper);
  const mm = (length: number): number => Math.round(length * TWENTIETHS_PER_MM);
  const { top, right, bottom, left } = setup.margins;
  const document = new Document({
    title: sheetText(table.title),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: { document: { run: { font: FONT, size: 12 * HALVES, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          // No page number on the first page (NĐ 30/2020/NĐ-CP).
          titlePage: true,
          page: {
            // Word wants the sides of the sheet as they are upright.
            size: { width: mm(height), height: mm(width), orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: mm(top),
              right: mm(right),
              bottom: mm(bottom),
              left: mm(left),
              header: mm(HEADER_FROM_TOP),
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber()] }) },
        children: contentOf(layout, pageRoom(layout.paper, setup).width),
      },
    ],
  });
  return withoutTime(await Packer.toBuffer(document));
}

function contentOf(layout: PrintedPages, width: number): (Paragraph | Table)[] {
  const { heading, title, decision, unit } = linesAbove(layout.table);
  const { content, signature } = linesBelow(layout.table);
  const opening = [heading, title, decision].filter(({ text }) => text !== '');
  const tables = layout.parts.flatMap((part, at) => [
    // Word would join two tables that touch; the unit stands over each.
    ...(at > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []),
    lineParagraph(unit),
    tableOf(layout, part),
  ]);
  return [
    ...opening.map((line) => lineParagraph(line)),
    ...tables,
    ...content.map((line) => lineParagraph(line)),
    ...signature.map((line, at) =>
      lineParagraph(at === 0 ? { ...line, space: line.size } : line, {
        indent: { left: Math.round(width * (1 - SIGNATURE_SHARE) * TWENTIETHS) },
        keepNext: at < signature.length - 1,
      }),
    ),
  ];
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function lineParagraph(line: PrintedLine, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...more,
    alignment: ALIGNMENT[line.align],
    spacing: { before: line.space * TWENTIETHS, after: 0 },
    children: runs(line.text, line),
  });
}

interface RunLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic?: boolean;
}

/** Text with its line breaks. */
function runs(text: string, { size, bold, italic = false }: RunLook): TextRun[] {
  return sheetText(text)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({
          text: line,
          bold,
          italics: italic,
          size: size * HALVES,
          ...(at > 0 ? { break: 1 } : {}),
        }),
    );
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: NUMBER_SIZE * HALVES })],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const STRONG_LINE = { ...LINE, size: 10 };

function tableOf(layout: PrintedPages, part: PagePart): Table {
  const looks = rowLooks(layout.table);
  const widths = part.widths.map((width) => Math.round(width * TWENTIETHS));
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: {
      marginUnitType: WidthType.DXA,
      top: TWENTIETHS,
      bottom: TWENTIETHS,
      left: (CELL_PADDING / 2) * TWENTIETHS,
      right: (CELL_PADDING / 2) * TWENTIETHS,
    },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      ...headerRows(layout, part, widths),
      ...layout.table.rows.map((row, at) => bodyRow(layout, part, widths, row, looks[at])),
    ],
  });
}

function headerRows({ size }: PrintedPages, part: PagePart, widths: readonly number[]): TableRow[] {
  return part.headingHeights.map((height, line) => {
    const spans = part.headings
      .filter(({ top }) => top === line)
      .toSorted((one, other) => one.left - other.left);
    return new TableRow({
      tableHeader: true,
      cantSplit: true,
      height: { value: height * TWENTIETHS, rule: HeightRule.ATLEAST },
      children: spans.map(({ title, top, bottom, left, right }) => {
        return cellOf(title, { size, bold: true }, 'center', widths.slice(left, right + 1), {
          ...(right > left ? { columnSpan: right - left + 1 } : {}),
          ...(bottom > top ? { rowSpan: bottom - top + 1 } : {}),
        });
      }),
    });
  });
}

function bodyRow(
  { table, size, decimals }: PrintedPages,
  part: PagePart,
  widths: readonly number[],
  row: FormRow,
  look: RowLook = { bold: false, indent: 0, ruled: false },
): TableRow {
  const own = { size, bold: look.bold };
  const ruled = look.ruled ? { borders: { top: STRONG_LINE } } : {};
  const [ordinal = 0, name = 0, ...others] = widths;
  const labels =
    row.kind === 'total'
      ? [cellOf(row.name, own, 'center', [ordinal, name], { columnSpan: LABEL_COLUMNS, ...ruled })]
      : [
          cellOf(row.ordinal, own, 'center', [ordinal], ruled),
          cellOf(row.name, own, 'left', [name], ruled, look.indent),
        ];
  const amounts = row.cells
    .slice(part.from, part.to)
    .map((cell, at) =>
      cellOf(printedCell(cell, table.unit, decimals), own, 'right', [others[at] ?? 0], ruled),
    );
  const note = part.notes
    ? [cellOf(row.note, { size, bold: false }, 'left', [widths.at(-1) ?? 0], ruled)]
    : [];
  return new TableRow({ cantSplit: true, children: [...labels, ...amounts, ...note] });
}

function cellOf(
  text: string,
  look: RunLook,
  align: PrintedLine['align'],
  widths: readonly number[],
  more: { columnSpan?: number; rowSpan?: number; borders?: { top: typeof STRONG_LINE } },
  indent = 0,
): TableCell {
  return new TableCell({
    ...more,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: ALIGNMENT[align],
        ...(indent > 0 ? { indent: { left: indent * INDENT_WIDTH * TWENTIETHS } } : {}),
        children: runs(text, look),
      }),
    ],
  });
}

/** The package without the moment at which it was made: equal plans are equal bytes. */
function withoutTime(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = readArchive(bytes);
  if (!files.ok) throw new Error(`docx wrote no archive: ${files.refusal.code}`);
  return writeArchive(
    files.value.map((file) => {
      if (file.path !== 'docProps/core.xml') return file;
      const xml = new TextDecoder().decode(file.bytes);
      const timeless = xml.replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
      return { path: file.path, bytes: new TextEncoder().encode(timeless) };
    }),
  );
}
