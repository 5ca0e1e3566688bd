import { OFFICIAL_SETUP, POINTS_PER_MM } from '../../shared/print/page-setup.ts';
import type { WordingLine } from '../../shared/reconcile/wording/write-wording.ts';
import { wordPackage } from './word-package.ts';
import { paragraph, twentieths } from './word-xml.ts';

const SIZE = 14;
/** Points that a point of a list is set in by. */
const INDENT = 18;
const SPACE = 6;
const HEADER_FROM_TOP = 9;

/** The funding paragraphs as a Word document on A4 upright, in the type of official documents (NĐ 30/2020/NĐ-CP). */
export function wordWording(title: string, lines: readonly WordingLine[]): Uint8Array<ArrayBuffer> {
  const paragraphs = lines.map(({ kind, depth, text }) =>
    paragraph(text, {
      size: SIZE,
      bold: kind === 'title' || kind === 'heading',
      align: kind === 'title' || kind === 'heading' ? 'left' : 'both',
      spaceBefore: SPACE,
      indent: kind === 'point' ? INDENT * (depth + 1) : 0,
      keepNext: kind === 'title' || kind === 'heading',
    }),
  );
  const mm = (length: number): number => twentieths(length * POINTS_PER_MM);
  const { top, right, bottom, left } = OFFICIAL_SETUP.margins;
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/><w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}" w:header="${mm(HEADER_FROM_TOP)}" w:footer="${mm(HEADER_FROM_TOP)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  return wordPackage({ title, body: `${paragraphs.join('')}${section}` });
}
