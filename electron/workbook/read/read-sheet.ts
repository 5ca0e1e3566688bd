import { cellAddress, columnNumber } from '../../../shared/intake/cell-address.ts';
import type { RawRange, RawSheet, RawValue } from '../../../shared/intake/raw-workbook.ts';
import { LONGEST_CELL_TEXT } from '../../../shared/intake/sheet-text.ts';
import { MOST_CELLS } from '../most-cells.ts';
import type { CellLook } from './cell-looks.ts';
import { decodedText, RunsText } from './runs-text.ts';
import { SheetCells } from './sheet-cells.ts';
import { Unreadable } from './unreadable.ts';
import { isOn, type XmlListener } from './xml.ts';

/** What the cells of all sheets share. */
export interface SheetContext {
  readonly texts: readonly (RawValue | null)[];
  readonly looks: readonly CellLook[];
}

/** More no heading and no table has; a file that merges a million cells is read without the rest. */
const MOST_MERGES = 50_000;
/** UTF-16 units of all texts of a sheet, each as often as a cell shows it. */
const MOST_TEXT = 60_000_000;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const UNKNOWN: RawValue = { kind: 'unknown' };
const DATE: RawValue = { kind: 'date' };

/**
 * A sheet's part as it is read. Cells without content cost their reading and no memory, however many a file formats;
 * whatever else a sheet may have (validations, pictures, conditions) is passed over.
 */
export class SheetReader implements XmlListener {
  readonly cells = new SheetCells();
  readonly merges: Omit<RawRange, 'sheet'>[] = [];
  #columnsStated = 0;
  #textSize = 0;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #context: SheetContext;
  readonly #sheet: string;
  readonly #runs = new RunsText();
  /** Counted from the cell before, for a file may leave addresses out. */
  #row = 0;
  #column = 0;
  #type = '';
  #look: CellLook | undefined;
  #isFormula = false;
  #hasValue = false;
  #isValue = false;
  #value = '';

  constructor(sheet: string, context: SheetContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    switch (tag) {
      case 'c':
        this.#beginCell(attributes);
        break;
      case 'v':
        this.#isValue = true;
        this.#hasValue = true;
        break;
      case 'f':
        this.#isFormula = true;
        break;
      case 'row':
        this.#beginRow(attributes);
        break;
      case 'col':
        if (isOn(attributes.hidden)) this.#hideColumns(Number(attributes.min), Number(attributes.max));
        break;
      case 'mergeCell':
        this.#merge(attributes.ref ?? '');
        break;
      default:
        if (tag === 'is') this.#hasValue = true;
        this.#runs.open(tag);
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#runs.text(text);
  }

  close(tag: string): void {
    this.#isValue = false;
    if (tag === 'c') this.#endCell();
    else this.#runs.close(tag);
  }

  #beginRow({ r, hidden }: Readonly<Record<string, string>>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    // Beyond Excel's own last row there is no sheet to speak of.
    if (!(this.#row >= 1 && this.#row <= MOST_ROWS)) throw new Unreadable('workbook.damaged');
    if (isOn(hidden)) this.hiddenRows.add(this.#row);
  }

  #beginCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : columnNumber(lettersOf(r));
    if (!(this.#column >= 1 && this.#column <= MOST_COLUMNS)) throw new Unreadable('workbook.damaged');
    this.#type = t;
    this.#look = s === undefined ? undefined : this.#context.looks[Number(s)];
    this.#isFormula = false;
    this.#hasValue = false;
    this.#value = '';
    this.#runs.begin();
  }

  #endCell(): void {
    const value = this.#hasValue ? this.#rawValue() : null;
    if (value === null && !this.#isFormula) return;
    const cell = { value: value ?? UNKNOWN, isFormula: this.#isFormula };
    const marks = this.#look?.marks;
    this.cells.put(this.#row, this.#column, marks ? { ...cell, ...marks } : cell);
    if (this.cells.size > MOST_CELLS) throw new Unreadable('workbook.tooLarge');
  }

  #rawValue(): RawValue | null {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#sharedText(Number(value));
      case 'str':
        return this.#text(decodedText(value));
      case 'inlineStr':
        return this.#text(this.#runs.take());
      case 'b':
        return { kind: 'boolean', boolean: isOn(value.trim()) };
      case 'e':
        return { kind: 'error', error: value };
      case 'd':
        return DATE;
      default:
        return this.#number(value);
    }
  }

  #number(value: string): RawValue | null {
    if (value.trim() === '') return null;
    if (this.#look?.isDate) return DATE;
    const number = Number(value);
    return Number.isFinite(number) ? { kind: 'number', number } : this.#text(value);
  }

  #sharedText(number: number): RawValue {
    const text = this.#context.texts[number];
    if (text === null) throw this.#tooLong();
    if (text === undefined) throw new Unreadable('workbook.damaged');
    if (text.kind === 'text') this.#count(text.text);
    return text;
  }

  /** One long text that a million cells share is small in the file, and larger than memory in a plan. */
  #count({ length }: string): void {
    this.#textSize += length;
    if (this.#textSize > MOST_TEXT) throw new Unreadable('workbook.tooLarge');
  }

  /** A formula's empty text is its result; anything else empty is no content. */
  #text(text: string): RawValue | null {
    if (text.length > LONGEST_CELL_TEXT) throw this.#tooLong();
    this.#count(text);
    return text === '' && !this.#isFormula ? null : { kind: 'text', text };
  }

  #tooLong(): Unreadable {
    const params = {
      sheet: this.#sheet,
      cell: cellAddress(this.#row, this.#column),
      limit: LONGEST_CELL_TEXT,
    };
    return new Unreadable('workbook.cellTooLong', params);
  }

  #hideColumns(first: number, last: number): void {
    // Ranges of columns never overlap: what states more than a sheet has asks for time alone.
    this.#columnsStated += last - first + 1;
    if (!(first >= 1 && this.#columnsStated <= MOST_COLUMNS)) throw new Unreadable('workbook.damaged');
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
  }

  #merge(ref: string): void {
    const [, left = '', top, right = '', bottom] =
      /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
    if (!top || this.merges.length >= MOST_MERGES) return;
    this.merges.push({
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom),
      right: columnNumber(right),
    });
  }

  sheet(hidden: boolean): RawSheet {
    const { cells, merges, hiddenRows, hiddenColumns } = this;
    return { name: this.#sheet, hidden, cells, merges, hiddenRows, hiddenColumns };
  }
}

/** The letters of an address: C of C9. */
function lettersOf(address: string): string {
  let end = 0;
  while (address.charCodeAt(end) >= 65) end += 1;
  return address.slice(0, end);
}
