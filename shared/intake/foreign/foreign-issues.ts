import { ZERO } from '../../money/dong.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import { cellAddress, columnLetters } from '../cell-address.ts';
import type { Issue } from '../draft.ts';
import type { RawNote } from '../raw-workbook.ts';
import type { CellPlace } from '../totals/stated-total.ts';
import { totalIssues } from '../totals/total-issues.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import { type ForeignTotals, foreignLeaves, type MadeTable } from './foreign-totals.ts';
import { isTotalRow } from './row-levels.ts';
import type { SheetView } from './sheet-view.ts';

type Words = Pick<Issue, 'code' | 'severity' | 'params'>;

/** All that is to be said of a table that was read. An error stops its import; nothing else does. */
export function foreignIssues(
  view: SheetView,
  notes: readonly RawNote[],
  made: MadeTable,
  cells: readonly Issue[],
  totals: ForeignTotals,
): Issue[] {
  return [
    ...notes.map((note) =>
      issueAt(made.sheet, '', { code: `workbook.${note}`, severity: 'information', params: {} }),
    ),
    ...hiddenIssues(view, made),
    ...columnIssues(made),
    ...totals.unused.map(({ column, path }) =>
      issueAt(made.sheet, cellAddress(made.table.heading.top, column), {
        code: 'workbook.columnUnused',
        severity: 'warning',
        params: { column: path.join(' / ') },
      }),
    ),
    ...rowIssues(made, totals),
    ...cells,
    ...totals.unreadable.map(({ place, refusal }) =>
      atPlace(place, { code: refusal.code, severity: 'warning', params: refusal.params }),
    ),
    ...doubledRows(made),
    ...(totals.stated.length === 0
      ? [issueAt(made.sheet, '', { code: 'workbook.noTotals', severity: 'information', params: {} })]
      : []),
    ...totalIssues({
      totals: totals.stated,
      leaves: () => foreignLeaves(made),
      outline: outlineOf(made.plan.rows),
      sources: made.plan.sources,
      unit: made.unit,
    }),
  ];
}

function issueAt(sheet: string, cell: string, words: Words): Issue {
  return { ...words, sheet, cell, difference: null };
}

function atPlace({ sheet, cell, row, column }: CellPlace, words: Words): Issue {
  return issueAt(sheet, cell, { ...words, params: { ...words.params, row, column } });
}

/** What is hidden is read like the rest, for totals count it; and it is said. */
function hiddenIssues(view: SheetView, { table, sheet }: MadeTable): Issue[] {
  const rows = table.rows.filter(({ ref }) => view.hiddenRows.has(ref));
  const columns = table.amounts.filter(({ column }) => view.hiddenColumns.has(column));
  const issues: Issue[] = [];
  const [row] = rows;
  const [column] = columns;
  if (row) {
    const params = {
      count: rows.length,
      rows: rows
        .slice(0, 20)
        .map(({ ref }) => ref)
        .join(', '),
    };
    issues.push(
      issueAt(sheet, cellAddress(row.ref, 1), {
        code: 'workbook.hiddenRows',
        severity: 'information',
        params,
      }),
    );
  }
  if (column) {
    const params = {
      count: columns.length,
      columns: columns.map((one) => columnLetters(one.column)).join(', '),
    };
    const address = cellAddress(table.heading.top, column.column);
    issues.push(issueAt(sheet, address, { code: 'workbook.hiddenColumns', severity: 'information', params }));
  }
  return issues;
}

/** A column that no form has is kept as a note of its rows, and said. */
function columnIssues({ sheet, table }: MadeTable): Issue[] {
  return table.heading.columns.flatMap(({ column, path, meaning }) => {
    if (meaning.kind !== 'unknown') return [];
    const params = { column: path.join(' / ') };
    return [
      issueAt(sheet, cellAddress(table.heading.top, column), {
        code: 'workbook.columnUnknown',
        severity: 'warning',
        params,
      }),
    ];
  });
}

/** Rows that cannot be taken as they are: amounts without a name, totals of nobody knows what, one code twice. */
function rowIssues({ sheet, table }: MadeTable, { unclear }: ForeignTotals): Issue[] {
  const first = table.amounts[0]?.column ?? 1;
  const unnamed = table.unnamed.map((ref) =>
    issueAt(sheet, cellAddress(ref, first), {
      code: 'workbook.rowUnnamed',
      severity: 'error',
      params: { row: ref },
    }),
  );
  const subtotals = unclear.map(({ ref, name }) =>
    issueAt(sheet, cellAddress(ref, first), {
      code: 'workbook.subtotalUnclear',
      severity: 'error',
      params: { row: ref, name },
    }),
  );
  const assumed = table.rows
    .filter((row) => row.kind === 'total' && !isTotalRow(row))
    .map(({ ref, name }) =>
      issueAt(sheet, cellAddress(ref, first), {
        code: 'workbook.takenForTotal',
        severity: 'warning',
        params: { row: ref, name },
      }),
    );
  const seen = new Map<string, number>();
  const doubled = table.rows.flatMap(({ ref, code }) => {
    const before = code === '' ? undefined : seen.get(code);
    if (code !== '') seen.set(code, before ?? ref);
    if (before === undefined) return [];
    const params = { code, row: ref, before };
    return [issueAt(sheet, cellAddress(ref, 1), { code: 'workbook.codeTwice', severity: 'error', params })];
  });
  return [...unnamed, ...subtotals, ...assumed, ...doubled];
}

/** Fewer rows than these add up to another one by chance. */
const FEWEST_PARTS = 2;

/**
 * A row that was taken for a leaf and whose every amount is the sum of the rows right below it, taken for its equals: it is
 * rather their total, and would count twice.
 */
function doubledRows({ sheet, table, columns, plan, unit, numbers }: MadeTable): Issue[] {
  const outline = outlineOf(plan.rows);
  const lines = table.rows.filter(({ kind }) => kind === 'row');
  const amounts = lines.map((line) =>
    [...columns.keys()].map(({ column }) => {
      const read = foreignCellAmount(line.cells.get(column), unit, numbers);
      return read.ok ? read.value : ZERO;
    }),
  );
  return lines.flatMap((line, at) => {
    const own = amounts[at] ?? [];
    if (!isLeafAt(outline, at) || own.every((amount) => amount === ZERO)) return [];
    const sum = own.map(() => 0n);
    for (let below = at + 1; below < lines.length; below++) {
      if (!isLeafAt(outline, below) || outline.parent[below] !== outline.parent[at]) break;
      amounts[below]?.forEach((amount, column) => {
        sum[column] = (sum[column] ?? 0n) + amount;
      });
      if (sum.some((amount, column) => amount > (own[column] ?? 0n))) break;
      if (below - at < FEWEST_PARTS || sum.some((amount, column) => amount !== own[column])) continue;
      const params = { row: line.ref, first: lines[at + 1]?.ref ?? 0, last: lines[below]?.ref ?? 0 };
      return [
        issueAt(sheet, cellAddress(line.ref, 1), { code: 'workbook.rowAddsUp', severity: 'warning', params }),
      ];
    }
    return [];
  });
}
