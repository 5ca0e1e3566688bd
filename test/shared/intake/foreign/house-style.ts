import type { FormTable } from '../../../../shared/forms/table.ts';
import { cellAddress } from '../../../../shared/intake/cell-address.ts';
import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../../../shared/intake/raw-workbook.ts';
import { type Dong, ZERO } from '../../../../shared/money/dong.ts';
import { nearestDouble } from '../../../../shared/money/sheet-number.ts';
import type { Unit } from '../../../../shared/money/unit.ts';

/** How another office types the same appendix. What is not said is as the reference form has it. */
export interface HouseStyle {
  readonly title?: string;
  readonly unitLine?: string;
  readonly unit?: Unit;
  /** Headings of TT and Nội dung. */
  readonly labels?: readonly [string, string];
  /** Rewrites a heading. */
  readonly heading?: (text: string) => string;
  /** Whether a group's heading is merged over its columns, or stands over the first alone. */
  readonly merged?: boolean;
  /** The order of the amount columns, by id. */
  readonly order?: (ids: readonly string[]) => readonly string[];
  /** Writes an amount of the sheet's unit: a number, or a text. */
  readonly amount?: (amount: Dong, unit: Unit) => number | string;
  readonly ordinal?: (ordinal: string, level: number) => string;
  readonly name?: (name: string, ordinal: string) => string;
  readonly numbersRow?: boolean;
  readonly totalsFirst?: boolean;
  readonly extraColumn?: string;
}

const asNumber = (amount: Dong, unit: Unit): number => nearestDouble(amount, unit);

/** A form's table as a workbook of another program would hold it, in a house style. */
export function retyped(table: FormTable, style: HouseStyle = {}): RawWorkbook {
  const unit = style.unit ?? table.unit;
  const put = new SheetBuilder();
  put.line(style.title ?? table.title);
  put.line(table.decision);
  put.line(style.unitLine ?? 'Đơn vị tính: Triệu đồng');
  const ids = table.columns.map(({ id }) => id);
  const order = style.order?.(ids) ?? ids;
  const columns = order.map((id) => ids.indexOf(id));
  const first = 3;
  headings(put, table, style, columns, first);
  if (style.numbersRow) put.row(['A', 'B', ...columns.map((_, at) => `${at + 1}`)]);
  const rows = [...table.rows];
  if (style.totalsFirst) rows.sort((one, other) => rank(one.kind) - rank(other.kind));
  for (const row of rows) {
    const ordinal = row.kind === 'total' ? '' : (style.ordinal?.(row.ordinal, row.level) ?? row.ordinal);
    const amounts = columns.map((column) => {
      const amount = row.cells[column]?.amount ?? null;
      if (amount === null || amount === 'mixed') return '';
      return amount === ZERO ? '-' : (style.amount ?? asNumber)(amount, unit);
    });
    const name = row.kind === 'total' ? row.name : (style.name?.(row.name, row.ordinal) ?? row.name);
    put.row([ordinal, name, ...amounts, ...(style.extraColumn ? [7] : [])]);
  }
  put.line(table.words);
  for (const note of table.footnotes) put.line(`Ghi chú: ${note}`);
  return { names: new Map(), notes: [], sheets: [put.sheet()] };
}

function rank(kind: 'row' | 'total'): number {
  return kind === 'total' ? 0 : 1;
}

function headings(
  put: SheetBuilder,
  table: FormTable,
  { labels = ['TT', 'Nội dung'], heading = (text) => text, merged = true, extraColumn }: HouseStyle,
  columns: readonly number[],
  first: number,
): void {
  const paths = columns.map((column) => table.columns[column]?.path ?? []);
  const depth = Math.max(...paths.map((path) => path.length));
  const top = put.next;
  for (let level = 0; level < depth; level++) {
    const texts = paths.map((path, at) => {
      const text = path[level] ?? '';
      const same = path.slice(0, level + 1).join() === paths[at - 1]?.slice(0, level + 1).join();
      return text === '' || (same && level < path.length - 1) ? '' : heading(text);
    });
    put.row([
      ...(level === 0 ? labels : ['', '']),
      ...texts,
      ...(level === 0 && extraColumn ? [extraColumn] : []),
    ]);
  }
  if (!merged) return;
  for (const column of [1, 2]) put.merge(top, column, top + depth - 1, column);
  paths.forEach((path, at) => {
    if (path.length < depth) put.merge(top + path.length - 1, first + at, top + depth - 1, first + at);
    if (path.length < 2 || paths[at - 1]?.[0] === path[0]) return;
    const next = paths.findIndex((other, place) => place > at && other[0] !== path[0]);
    put.merge(top, first + at, top, first + (next < 0 ? paths.length : next) - 1);
  });
}

class SheetBuilder {
  next = 1;
  readonly #cells = new Map<string, RawCell>();
  readonly #merges: RawSheet['merges'][number][] = [];

  line(text: string): void {
    this.row([text]);
  }

  row(values: readonly (string | number)[]): void {
    values.forEach((value, at) => {
      if (value === '') return;
      const content: RawValue =
        typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value };
      this.#cells.set(cellAddress(this.next, at + 1), { value: content, isFormula: false });
    });
    this.next++;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    this.#merges.push({ top, left, bottom, right });
  }

  sheet(): RawSheet {
    const hiddenRows = new Set<number>();
    const hiddenColumns = new Set<number>();
    return {
      name: 'Phụ lục',
      hidden: false,
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows,
      hiddenColumns,
    };
  }
}
