import type { FormRow, FormTable } from '../../shared/forms/table.ts';
import { linesAbove, linesBelow, type PrintedLine } from '../../shared/print/furniture.ts';
import { SIGNATURE_SHARE } from '../../shared/print/page-lines.ts';
import { LABEL_COLUMNS, type PagePart } from '../../shared/print/page-parts.ts';
import {
  OFFICIAL_SETUP,
  type PageSetup,
  POINTS_PER_MM,
  pageRoom,
  sheetSize,
} from '../../shared/print/page-setup.ts';
import { layoutPages, type PrintedPages } from '../../shared/print/pages.ts';
import { printedCell } from '../../shared/print/printed-amount.ts';
import { type RowLook, rowLooks } from '../../shared/print/row-look.ts';
import { CELL_PADDING, INDENT_WIDTH } from '../../shared/print/text-height.ts';
import { wordPackage } from './word-package.ts';
import { cell, type ParagraphLook, paragraph, row, table as tableXml, twentieths } from './word-xml.ts';

/** Millimetres from the top of the sheet to the page number. */
const HEADER_FROM_TOP = 9;

/**
 * Forms as a Word document that can be edited further: the lines around the table as paragraphs, and a real table whose
 * header rows repeat on every page. A form wider than its paper is one table after another, parted between blocks, for
 * Word breaks its pages itself. Each form begins a section with page numbers of its own. The same plan gives the same bytes.
 */
export function wordAppendix(
  tables: readonly FormTable[],
  setup: PageSetup = OFFICIAL_SETUP,
): Uint8Array<ArrayBuffer> {
  const sections = tables.map((table, at) => {
    const layout = layoutPages(table, setup);
    const { width } = pageRoom(layout.paper, setup);
    const section = sectionOf(layout, at > 0);
    // The last section is the document's own; any other ends with a paragraph that holds what it is like.
    const end = at < tables.length - 1 ? `<w:p><w:pPr>${section}</w:pPr></w:p>` : section;
    return `${contentOf(layout, width)}${end}`;
  });
  return wordPackage({ title: tables[0]?.title ?? '', body: sections.join('') });
}

/** Sheet, margins and page numbers: none on the first page (NĐ 30/2020/NĐ-CP). */
function sectionOf({ paper, setup }: PrintedPages, anew: boolean): string {
  const mm = (length: number): number => twentieths(length * POINTS_PER_MM);
  const { width, height } = sheetSize(paper);
  const { top, right, bottom, left } = setup.margins;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${mm(width)}" w:h="${mm(height)}" w:orient="landscape"/><w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}" w:header="${mm(HEADER_FROM_TOP)}" w:footer="${mm(HEADER_FROM_TOP)}" w:gutter="0"/>${anew ? '<w:pgNumType w:start="1"/>' : ''}<w:titlePg/></w:sectPr>`;
}

function contentOf(layout: PrintedPages, width: number): string {
  const { heading, title, decision, unit } = linesAbove(layout.table);
  const { content, signature } = linesBelow(layout.table);
  const opening = [heading, title, decision].filter(({ text }) => text !== '');
  return [
    ...opening.map((line) => lineXml(line)),
    // The unit stands over each table, and keeps them apart: Word would join two that touch.
    ...layout.parts.flatMap((part, at) => [lineXml(unit, { newPage: at > 0 }), partXml(layout, part)]),
    ...content.map((line) => lineXml(line)),
    ...signature.map((line, at) =>
      lineXml(line, {
        indent: width * (1 - SIGNATURE_SHARE),
        keepNext: at < signature.length - 1,
        ...(at === 0 ? { spaceBefore: line.size } : {}),
      }),
    ),
  ].join('');
}

function lineXml({ text, space, ...look }: PrintedLine, more: Partial<ParagraphLook> = {}): string {
  return paragraph(text, { ...look, spaceBefore: space, ...more });
}

function partXml(layout: PrintedPages, part: PagePart): string {
  const looks = rowLooks(layout.table);
  const rows = [
    ...part.headingHeights.map((height, line) => row(headerCells(layout, part, line), { height })),
    ...layout.table.rows.map((one, at) => row(bodyCells(layout, part, one, looks[at]))),
  ];
  return tableXml(rows, part.widths, CELL_PADDING / 2);
}

/** A header row: headings that begin there, and the rest of those that reach down to it. */
function headerCells({ size }: PrintedPages, { headings, widths }: PagePart, line: number): string[] {
  return headings
    .filter(({ top, bottom }) => top <= line && line <= bottom)
    .toSorted((one, other) => one.left - other.left)
    .map(({ title, top, bottom, left, right }) =>
      cell(line === top ? title : '', {
        size,
        bold: true,
        align: 'center',
        width: widths.slice(left, right + 1).reduce((sum, one) => sum + one, 0),
        across: right - left + 1,
        ...(bottom > top ? { down: line === top ? 'first' : 'more' } : {}),
      }),
    );
}

function bodyCells(
  { table, size, decimals }: PrintedPages,
  { from, to, notes, widths }: PagePart,
  { kind, ordinal, name, note, cells }: FormRow,
  { bold, indent, ruled }: RowLook = { bold: false, indent: 0, ruled: false },
): string[] {
  const [ordinalWidth = 0, nameWidth = 0] = widths;
  const look = { size, bold, ruled };
  const labels =
    kind === 'total'
      ? [cell(name, { ...look, align: 'center', width: ordinalWidth + nameWidth, across: LABEL_COLUMNS })]
      : [
          cell(ordinal, { ...look, align: 'center', width: ordinalWidth }),
          cell(name, { ...look, align: 'left', width: nameWidth, indent: indent * INDENT_WIDTH }),
        ];
  const amounts = cells.slice(from, to).map((one, at) => {
    const width = widths[LABEL_COLUMNS + at] ?? 0;
    return cell(printedCell(one, table, decimals), { ...look, align: 'right', width });
  });
  const last = notes ? [cell(note, { ...look, bold: false, align: 'left', width: widths.at(-1) ?? 0 })] : [];
  return [...labels, ...amounts, ...last];
}
