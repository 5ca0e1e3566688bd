import type { Line } from '../forms/layout.ts';
import type { SheetColumn } from './cell-place.ts';
import { carriedOn, type FillMode } from './fill-pattern.ts';
import { FillWriting, givenAmount } from './fill-writing.ts';
import { leafColumn } from './leaf-column.ts';
import type { Sheet } from './sheet.ts';

/**
 * Fills columns down or up. `sources` and `targets` are lines by index, each in the order in which the fill goes. A copy
 * repeats by place, total rows included; a series counts only the rows that take its next amount.
 */
export function fillAlong(
  sheet: Sheet,
  columns: { readonly left: number; readonly right: number },
  sources: readonly number[],
  targets: readonly number[],
  mode: FillMode,
): FillWriting {
  const writing = new FillWriting(sheet);
  const from = sources.flatMap((at) => sheet.lines[at] ?? []);
  const to = targets.flatMap((at) => sheet.lines[at] ?? []);
  for (const column of sheet.columns.slice(columns.left, columns.right + 1)) {
    if (column.kind === 'amount') fillAmounts(sheet, writing, column, from, to, mode);
    else fillTexts(writing, column, column.kind, from, to);
  }
  return writing;
}

function fillAmounts(
  sheet: Sheet,
  writing: FillWriting,
  column: SheetColumn,
  from: readonly Line[],
  to: readonly Line[],
  mode: FillMode,
): void {
  const leaf = leafColumn(column);
  const given = leaf === null ? [] : from.map((line) => givenAmount(sheet, { line, column }));
  let taken = 0;
  to.forEach((line, at) => {
    const takes = leaf !== null && leaf.unfunded.length === 0 && line.leaf;
    if (takes) taken += 1;
    const amount = takes ? carriedOn(given, mode === 'copy' ? at + 1 : taken, mode) : null;
    if (leaf === null || amount === null) writing.skip();
    else writing.amount(line, column, leaf, amount);
  });
}

/** Printed numbers follow from the rows' places: filled down, they would all be the same. */
function fillTexts(
  writing: FillWriting,
  column: SheetColumn,
  field: 'ordinal' | 'name' | 'note',
  from: readonly Line[],
  to: readonly Line[],
): void {
  to.forEach((line, at) => {
    const source = from[at % from.length];
    const given = field === 'ordinal' || source?.kind !== 'row' ? undefined : source[field];
    const kept = given === undefined || line.kind !== 'row' || (field === 'name' && given === '');
    if (kept || field === 'ordinal') writing.skip();
    else writing.text(line, column, field, given);
  });
}
