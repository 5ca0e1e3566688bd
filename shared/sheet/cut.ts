import { ZERO } from '../money/dong.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { RowId, SourceId, Year } from '../plan/ids.ts';
import { outlineOf } from '../plan/outline.ts';
import { type Capital, type LeafKey, leafKey, type Plan } from '../plan/plan.ts';
import type { EditList } from './edit-list.ts';
import { leafColumn } from './leaf-column.ts';
import type { Rect, Sheet } from './sheet.ts';

export type CutCell =
  | {
      readonly kind: 'amount';
      readonly row: RowId;
      readonly source: SourceId;
      readonly capital: Capital;
      readonly years: readonly Year[];
    }
  | { readonly kind: 'note'; readonly row: RowId };

/** The cells of a cut by what they mean, so that they are found again in another form or with rows folded away. */
export interface CutCells {
  readonly token: string;
  readonly cells: readonly CutCell[];
}

/** What a cut will clear once it is pasted: amounts and notes. Names stay, totals follow. */
export function cutCells(sheet: Sheet, rect: Rect, token: string): CutCells {
  const columns = sheet.columns
    .slice(rect.left, rect.right + 1)
    .map((column) => ({ note: column.kind === 'note', leaf: leafColumn(column) }));
  const cells: CutCell[] = [];
  for (const line of sheet.lines.slice(rect.top, rect.bottom + 1)) {
    if (line.id === null) continue;
    for (const { note, leaf } of columns) {
      if (note) cells.push({ kind: 'note', row: line.id });
      else if (leaf && line.leaf) {
        const { source, capital, years } = leaf;
        cells.push({ kind: 'amount', row: line.id, source, capital, years });
      }
    }
  }
  return { token, cells };
}

/** Where the edits of a pasted cut go, and the leaves and notes that it writes, by row. */
interface Pasted {
  readonly list: EditList;
  readonly targets: ReadonlyMap<RowId, ReadonlySet<LeafKey | 'note'>>;
}

/**
 * Clears what was cut, save what the paste itself writes. What has gone since then is passed over: a row, a source that
 * was opened, a kind.
 */
export function clearSources(plan: Plan, cut: CutCells, { list, targets }: Pasted): void {
  const outline = outlineOf(plan.rows);
  for (const cell of cut.cells) {
    const at = outline.index.get(cell.row);
    if (at === undefined) continue;
    const written = targets.get(cell.row);
    if (cell.kind === 'note') {
      if (plan.rows[at]?.note !== '' && !written?.has('note')) list.setText(cell.row, 'note', '');
      continue;
    }
    const { row, source, capital } = cell;
    for (const year of cell.years) {
      if (written?.has(leafKey(year, source, capital))) continue;
      // What holds no money needs no clearing, and only a leaf that is there holds money.
      if (amountAt(plan, { row, year, source, capital }) === 0n) continue;
      list.amounts.push({ row, year, source, capital, amount: ZERO });
    }
  }
}
