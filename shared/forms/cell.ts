import type { Totals } from '../engine/totals.ts';
import type { FormLayout, LaidColumn, Line } from './layout.ts';
import type { FormCell } from './table.ts';

export interface ReadCell extends Omit<FormCell, 'proof'> {
  readonly role: 'input' | 'total' | 'blank';
}

const BLANK: ReadCell = { role: 'blank', amount: null, years: [] };

/** One cell as the totals are now. Cheap: a grid asks for just what it shows. */
export function readCell(
  line: Pick<Line, 'at' | 'rule' | 'leaf'>,
  column: LaidColumn,
  totals: Totals,
): ReadCell {
  if (line.rule?.blank.includes(column.block)) return BLANK;
  const asPeriod = line.rule?.oneYearAs === 'period' && column.selector.years === 'oneYear';
  const address = asPeriod ? column.periodAddress : column.address;
  const amount = totals.isMixed(line.at, address) ? 'mixed' : totals.read(line.at, address);
  if (amount === 0n && !column.funded) return BLANK;
  const typed = line.leaf && column.leaf !== null && column.typedYears.length > 0;
  return { role: typed ? 'input' : 'total', amount, years: typed ? column.typedYears : [] };
}

export function cellAt(layout: FormLayout, totals: Totals, row: number, column: number): ReadCell {
  const line = layout.lines[row];
  const laid = layout.columns[column];
  return line && laid ? readCell(line, laid, totals) : BLANK;
}
