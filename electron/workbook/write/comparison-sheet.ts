import type { Compared } from '../../../shared/api/comparing.ts';
import { cellAddress } from '../../../shared/intake/cell-address.ts';
import { isMessageCode, message } from '../../../shared/messages/message.ts';
import type { Dong } from '../../../shared/money/dong.ts';
import { nearestDouble, sheetNumber } from '../../../shared/money/sheet-number.ts';
import { UNIT_EXPONENT, UNIT_NAME } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { OFFICIAL_SETUP, pageRoom } from '../../../shared/print/page-setup.ts';
import { MOST_DECIMALS, shownDecimals } from '../../../shared/print/printed-amount.ts';
import { textWidth } from '../../../shared/print/text-width.ts';
import { type ComparisonLine, comparisonLines } from '../../../shared/reconcile/comparison-lines.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import { PLAIN, textHeight } from './cell-style.ts';
import { laidOut } from './laid-out.ts';
import { numberFormat } from './number-format.ts';
import type { CellContent, CellStyle, PlacedCell, SheetModel, WorkbookModel } from './sheet-model.ts';

const HEADINGS = [
  'TT',
  'Mã',
  'Nội dung',
  'Thay đổi',
  'Nguồn vốn',
  'Loại vốn',
  'Năm',
  'Trước',
  'Sau',
  'Chênh lệch',
] as const;
const [NAME, BEFORE, AFTER, DIFFERENCE] = [3, 8, 9, 10];
/** Points of the columns before the amounts, without the name, which takes what is left. */
const TEXT_WIDTHS: readonly number[] = [34, 62, 0, 104, 70, 44, 62];
const LEAST_NAME = 130;
const LEAST_AMOUNT = 58;
const AMOUNT_PADDING = 12;
const SIZE = 10;

const LEGEND = [
  'Mỗi dòng là một thay đổi. Chênh lệch = Sau − Trước: số âm là giảm. Ô trống là bản đó không có dòng, nguồn vốn hoặc năm này.',
  'Chỉ ghi các số chi tiết đã đổi; các dòng “Tổng cộng” ở cuối bảng là tổng của toàn bộ phụ lục trong từng bản.',
] as const;

/** A comparison as a workbook of one sheet. Refused where an amount has more digits than a spreadsheet holds. */
export function comparisonModel(compared: Compared): Result<WorkbookModel> {
  const lines = comparisonLines(compared.comparison);
  const beyond = firstBeyondSheets(lines, compared.unit);
  if (beyond) return beyond;
  return ok({ title: 'Bảng so sánh', sheets: [comparisonSheet(compared, lines)], names: [] });
}

function comparisonSheet(compared: Compared, lines: readonly ComparisonLine[]): SheetModel {
  const { unit, comparison } = compared;
  const amounts = lines.flatMap(({ cell }) => (cell ? [cell.before, cell.after, cell.difference] : []));
  const decimals = decimalsOf(amounts, unit);
  const widths = widthsOf(amounts, compared, decimals);
  const cells: PlacedCell[] = [];
  const heights = new Map<number, number>();
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const merged: number[] = [];
  const say = (text: string, look: Partial<CellStyle>, space = 0): void => {
    const style = { ...PLAIN, ...look };
    const row = merged.length + 1;
    merged.push(row);
    cells.push({ row, column: 1, content: textOf(text), style });
    heights.set(row, textHeight(text, style, whole) + space);
  };
  say('BẢNG SO SÁNH SỐ LIỆU', { size: 14, bold: true, align: 'center' });
  say(`Trước: ${worded(compared.before)}`, {}, 4);
  say(`Sau: ${worded(compared.after)}`, {});
  for (const line of LEGEND) say(line, { size: SIZE, italic: true });
  for (const difference of comparison.frame) say(worded(difference), { size: 11 });
  if (lines.length === 0 && comparison.frame.length === 0) say(message('compare.alike'), { bold: true });
  const unitText = UNIT_NAME[unit];
  say(
    `Đơn vị tính: ${unitText.charAt(0).toUpperCase()}${unitText.slice(1)}`,
    { italic: true, align: 'right' },
    6,
  );

  const top = merged.length + 1;
  const head: CellStyle = { ...PLAIN, size: SIZE, bold: true, align: 'center', border: 'thin' };
  HEADINGS.forEach((text, at) => {
    cells.push({ row: top, column: at + 1, content: textOf(text), style: head });
  });
  heights.set(top, Math.max(...HEADINGS.map((text, at) => textHeight(text, head, widths[at] ?? 0))));
  const looks = new Looks();
  lines.forEach((line, at) => {
    const row = top + 1 + at;
    const own = lineCells(
      line,
      row,
      compared,
      decimals,
      looks,
      line.kind === 'total' && lines[at - 1]?.kind !== 'total',
    );
    cells.push(...own);
    const needs = own.map(({ column, content, style }) =>
      content.kind === 'text' ? textHeight(content.text, style, widths[column - 1] ?? 0) : 0,
    );
    heights.set(row, Math.max(...needs));
  });
  const last = top + lines.length;
  const columns = HEADINGS.length;
  return {
    name: 'So sánh',
    hidden: false,
    rows: laidOut(cells, heights),
    lastRow: last,
    lastColumn: columns,
    merges: merged.map((row) => ({ top: row, left: 1, bottom: row, right: columns })),
    columnWidths: widths,
    frozen: { columns: NAME, rows: top },
    zoom: 110,
    print: {
      paper: 'A4',
      area: { top: 1, left: 1, bottom: last, right: columns },
      titleRows: { first: top, last: top },
      titleColumns: null,
      breaksAfter: [],
      breakAfterRow: null,
      numberedAnew: false,
    },
  };
}

function worded({
  code,
  params,
}: {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}): string {
  return isMessageCode(code) ? message(code, params) : code;
}

function textOf(text: string): CellContent {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

function lineCells(
  { ordinal, code, name, change, source, capital, years, kind, cell }: ComparisonLine,
  row: number,
  { unit }: Pick<Compared, 'unit'>,
  decimals: number,
  looks: Looks,
  ruled: boolean,
): PlacedCell[] {
  const bold = kind === 'total';
  const texts = [ordinal, kind === 'total' ? '' : code, name, change, source, capital, years];
  const number = (amount: Dong | null): CellContent =>
    amount === null ? { kind: 'empty' } : { kind: 'number', number: nearestDouble(amount, unit) };
  const contents: CellContent[] = [
    ...texts.map(textOf),
    number(cell?.before ?? null),
    number(cell?.after ?? null),
    cell
      ? {
          kind: 'formula',
          formula: `${cellAddress(row, AFTER)}-${cellAddress(row, BEFORE)}`,
          result: nearestDouble(cell.difference, unit),
        }
      : { kind: 'empty' },
  ];
  const amounts = [cell?.before, cell?.after, cell?.difference];
  return contents.map((content, at) => {
    const amount = amounts[at - texts.length] ?? null;
    const shown = at < texts.length ? null : shownDecimals(amount ?? (0n as Dong), unit, decimals);
    return { row, column: at + 1, content, style: looks.of(bold, ruled, shown, at === 0 || at === 6) };
  });
}

/** The same objects for cells that look alike. */
class Looks {
  readonly #known = new Map<string, CellStyle>();

  /** `decimals` is null for text. */
  of(bold: boolean, ruled: boolean, decimals: number | null, centred: boolean): CellStyle {
    const key = `${bold} ${ruled} ${decimals} ${centred}`;
    const known = this.#known.get(key) ?? {
      ...PLAIN,
      ...{ size: SIZE, bold, border: ruled ? ('ruled' as const) : ('thin' as const) },
      align: decimals === null ? (centred ? 'center' : 'left') : 'right',
      wrap: decimals === null,
      numberFormat: decimals === null ? null : numberFormat(decimals),
    };
    this.#known.set(key, known);
    return known;
  }
}

function decimalsOf(amounts: readonly (Dong | null)[], unit: Compared['unit']): number {
  const exponent = UNIT_EXPONENT[unit];
  let needed = 0;
  for (const amount of amounts) {
    while (needed < MOST_DECIMALS[unit] && (amount ?? 0n) % 10n ** BigInt(exponent - needed) !== 0n)
      needed += 1;
  }
  return needed;
}

function widthsOf(amounts: readonly (Dong | null)[], { unit }: Compared, decimals: number): number[] {
  let widest = LEAST_AMOUNT;
  for (const amount of amounts) {
    const text = amount === null ? '' : writeAmount(amount, unit, { decimals });
    widest = Math.max(widest, textWidth(text, { size: SIZE, bold: true }) + AMOUNT_PADDING);
  }
  const texts = TEXT_WIDTHS.reduce((sum, one) => sum + one, 0);
  const room = pageRoom('A4', OFFICIAL_SETUP).width - texts - widest * (DIFFERENCE - BEFORE + 1);
  // A sheet that is wider than its page is printed smaller to fit.
  const name = Math.max(LEAST_NAME, room);
  return [...TEXT_WIDTHS.map((width) => (width === 0 ? name : width)), widest, widest, widest];
}

function firstBeyondSheets(lines: readonly ComparisonLine[], unit: Compared['unit']): Result<never> | null {
  for (const { ordinal, name, cell } of lines) {
    for (const amount of cell ? [cell.before, cell.after, cell.difference] : []) {
      if (amount === null || sheetNumber(amount, unit) !== undefined) continue;
      const row = `${ordinal} ${name}`.trim();
      return refuse('compare.tooManyDigits', { row, amount: writeAmount(amount, 'dong') });
    }
  }
  return null;
}
