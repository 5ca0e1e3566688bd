import type {
  ChangedCell,
  ChangedRow,
  ComparedColumn,
  ComparedRow,
  Comparison,
  MovedRow,
  PlanRow,
} from './comparison.ts';

/** A comparison as a table, one change a line; Vietnamese, as all that is printed. */
export interface ComparisonLine {
  readonly kind: 'added' | 'removed' | 'moved' | 'renamed' | 'amount' | 'total';
  readonly ordinal: string;
  readonly code: string;
  readonly name: string;
  /** "Thêm dòng", "Đổi tên, trước là “…”". */
  readonly change: string;
  readonly source: string;
  readonly capital: string;
  readonly years: string;
  /** Null where the row's place or name changed, not an amount. */
  readonly cell: ChangedCell | null;
}

/**
 * Row by row in the order of the plan after, then the removed rows: what became of the row, then every detailed amount that
 * differs. The grand totals that differ stand last; totals of rows are left out, for their parts are there.
 */
export function comparisonLines(comparison: Comparison): ComparisonLine[] {
  const columns = new Map(comparison.columns.map((column) => [column.id, column]));
  const byRow = new Map<string, ComparisonLine[]>();
  const add = (row: ComparedRow, line: Omit<ComparisonLine, 'ordinal' | 'code' | 'name'>): void => {
    const shown = row.after ?? row.before;
    if (!shown) return;
    const { ordinal, code, name } = shown;
    const key = keyOf(row);
    byRow.set(key, [...(byRow.get(key) ?? []), { ordinal, code, name, ...line }]);
  };
  for (const row of comparison.added)
    add({ before: null, after: row }, { kind: 'added', change: 'Thêm dòng', ...NO_AMOUNT });
  for (const { row, ...move } of comparison.moved)
    add(row, { kind: 'moved', change: moveText(move), ...NO_AMOUNT });
  for (const row of comparison.renamed) add(row, { kind: 'renamed', change: renameText(row), ...NO_AMOUNT });
  for (const row of comparison.removed)
    add({ before: row, after: null }, { kind: 'removed', change: 'Bỏ dòng', ...NO_AMOUNT });
  for (const { row, cells } of detailedChanges(comparison)) {
    const total = (row.after ?? row.before)?.id === null;
    for (const cell of cells) {
      const column = columns.get(cell.column);
      if (!column) continue;
      add(row, {
        kind: total ? 'total' : 'amount',
        change: total ? '' : amountText(row),
        ...moneyOf(column),
        cell,
      });
    }
  }
  return inOrder(comparison).flatMap((row) => byRow.get(keyOf(row)) ?? []);
}

/** The changed amounts without the totals that follow from them; of the total row those of all sources together. */
export function detailedChanges({ columns, changed }: Comparison): ChangedRow[] {
  const leaves = new Set(columns.filter(({ leaf }) => leaf).map(({ id }) => id));
  const whole = new Set(columns.filter(({ source }) => source === 'all').map(({ id }) => id));
  return changed.flatMap(({ row, cells }) => {
    const shown = row.after ?? row.before;
    const told = cells.filter(({ column }) =>
      shown?.id === null ? whole.has(column) : shown?.leaf && leaves.has(column),
    );
    return told.length > 0 ? { row, cells: told } : [];
  });
}

const NO_AMOUNT = { source: '', capital: '', years: '', cell: null } as const;

function keyOf({ before, after }: ComparedRow): string {
  return `${after?.id ?? ''} ${after ? '' : (before?.id ?? '')}`;
}

/** Every row of which something is said, once, in printed order; removed rows, then the total, last. */
function inOrder({ added, moved, renamed, removed, changed }: Comparison): ComparedRow[] {
  const rows = new Map<string, ComparedRow>();
  const said = [
    ...added.map((after) => ({ before: null, after })),
    ...moved.map(({ row }) => row),
    ...renamed,
    ...changed.map(({ row }) => row),
    ...removed.map((before) => ({ before, after: null })),
  ];
  for (const row of said) rows.set(keyOf(row), row);
  const rank = ({ before, after }: ComparedRow): number => {
    const total = (after ?? before)?.id === null;
    return total ? Number.POSITIVE_INFINITY : after ? after.at : 1e9 + (before?.at ?? 0);
  };
  return [...rows.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** "Năm 2023", "NSTW", "SN" of a column's headings. */
export function moneyOf({
  path,
  capital,
}: ComparedColumn): Pick<ComparisonLine, 'years' | 'source' | 'capital'> {
  const [years = '', ...rest] = path;
  const kind = capital === 'all' ? '' : (rest.at(-1) ?? '');
  return { years, source: (capital === 'all' ? rest : rest.slice(0, -1)).join(' / '), capital: kind };
}

function amountText({ before, after }: ComparedRow): string {
  if (!before) return 'Số tiền của dòng thêm';
  return after ? 'Đổi số tiền' : 'Số tiền của dòng bỏ';
}

function moveText({ from, to }: Pick<MovedRow, 'from' | 'to'>): string {
  if (from.parent?.id === to.parent?.id) return `Chuyển chỗ: từ vị trí ${from.place} sang vị trí ${to.place}`;
  return `Chuyển chỗ: từ ${placeText(from.parent)} sang ${placeText(to.parent)}`;
}

function placeText(parent: PlanRow | null): string {
  return parent ? `mục ${`${parent.ordinal} ${parent.name}`.trim()}` : 'cấp trên cùng';
}

function renameText({ before, after }: ComparedRow): string {
  const renamed = before?.name === after?.name ? '' : `Đổi tên, trước là “${before?.name ?? ''}”`;
  const coded = before?.code === after?.code ? '' : `Đổi mã, trước là ${before?.code ?? ''}`;
  return [renamed, coded].filter((text) => text !== '').join('; ');
}
