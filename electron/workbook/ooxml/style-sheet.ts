import type { CellStyle } from '../write/sheet-model.ts';
import { escapeXml, MAIN, XML } from './xml-text.ts';

const FONT = 'Times New Roman';
/** Also that of empty cells: column widths count its digits. */
const DEFAULT_FONT = `<font><sz val="12"/><name val="${FONT}"/><family val="1"/></font>`;
/** The number format of text, which every program knows by its number. */
const TEXT_FORMAT = 49;
/** Numbers below are the programs' own. */
const FIRST_OWN_FORMAT = 164;
const LINE_COLOUR = '<color rgb="FF000000"/>';

/** The looks of a workbook's cells, each once: cells name them by their number, and 0 is a cell without one. */
export class StyleSheet {
  readonly #formats = new Map<string, number>();
  readonly #fonts = new Numbered([DEFAULT_FONT]);
  readonly #borders = new Numbered(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  readonly #looks = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  /** By the style object, as a million cells share a few dozen. */
  readonly #known = new Map<CellStyle, { plain?: number; text?: number }>();

  /** `asText`: so that "=1+1" stays text when it is edited. */
  numberOf(style: CellStyle, asText: boolean): number {
    let known = this.#known.get(style);
    if (!known) {
      known = {};
      this.#known.set(style, known);
    }
    const kind = asText ? 'text' : 'plain';
    known[kind] ??= this.#looks.numberOf(this.#look(style, asText));
    return known[kind];
  }

  part(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    );
    return [
      `${XML}<styleSheet xmlns="${MAIN}">`,
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      this.#fonts.list('fonts'),
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      this.#borders.list('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#looks.list('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }

  #look(style: CellStyle, asText: boolean): string {
    const { align, wrap, indent } = style;
    const format = asText ? TEXT_FORMAT : this.#formatOf(style.numberFormat);
    const font = this.#fonts.numberOf(fontXml(style));
    const border = this.#borders.numberOf(borderXml(style));
    const applied = `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"`;
    const alignment = `<alignment horizontal="${align}" vertical="center"${wrap ? ' wrapText="1"' : ''}${indent > 0 ? ` indent="${indent}"` : ''}/>`;
    return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" ${applied}>${alignment}</xf>`;
  }

  #formatOf(code: string | null): number {
    if (code === null) return 0;
    const id = this.#formats.get(code) ?? FIRST_OWN_FORMAT + this.#formats.size;
    this.#formats.set(code, id);
    return id;
  }
}

function fontXml({ size, bold, italic }: CellStyle): string {
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><name val="${FONT}"/><family val="1"/></font>`;
}

function borderXml({ border }: CellStyle): string {
  if (border === 'none') return '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const line = (side: string, style: string): string => `<${side} style="${style}">${LINE_COLOUR}</${side}>`;
  const top = line('top', border === 'ruled' ? 'medium' : 'thin');
  return `<border>${line('left', 'thin')}${line('right', 'thin')}${top}${line('bottom', 'thin')}<diagonal/></border>`;
}

/** XML elements without repetition, numbered in the order of their first use. */
class Numbered {
  readonly #numbers: Map<string, number>;

  constructor(first: readonly string[]) {
    this.#numbers = new Map(first.map((xml, at) => [xml, at]));
  }

  numberOf(xml: string): number {
    const number = this.#numbers.get(xml) ?? this.#numbers.size;
    this.#numbers.set(xml, number);
    return number;
  }

  list(name: string): string {
    return `<${name} count="${this.#numbers.size}">${[...this.#numbers.keys()].join('')}</${name}>`;
  }
}
