import type { Selector } from '../../engine/selector.ts';
import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import { formById } from '../../forms/catalogue.ts';
import { layoutColumns } from '../../forms/columns.ts';
import { FORM_IDS, type FormId } from '../../forms/form.ts';
import { type Dong, dong } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import { nearestAmount } from '../../money/sheet-number.ts';
import type { Unit } from '../../money/unit.ts';
import { writeAmount } from '../../money/write.ts';
import { sourceId } from '../../plan/ids.ts';
import { ordinalsOf } from '../../plan/ordinals.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { foldText } from '../../text/fold.ts';
import { cellAddress, columnLetters } from '../cell-address.ts';
import type { Draft, Issue } from '../draft.ts';
import type { RawCell } from '../raw-workbook.ts';
import { leafColumns } from './foreign-amounts.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { MatchedRow } from './match-programme.ts';
import type { AmountColumn, ForeignTable, TableRow } from './read-table.ts';

export interface DraftGround {
  readonly sheet: string;
  readonly table: ForeignTable;
  readonly plan: Plan;
  readonly totals: Totals;
  readonly unit: Unit;
  readonly numbers: Numbers;
  /** What was found in the leaf cells. */
  readonly issues: readonly Issue[];
  readonly matched: readonly MatchedRow[];
}

/** What was understood, for the officer to look at: columns, rows, and every total of the file held against ours. */
export function draftOf(ground: DraftGround): Draft {
  const { table, plan, unit } = ground;
  const form = formOf(table.amounts);
  const ids = columnIds(form, plan);
  return {
    form,
    unit,
    columns: table.heading.columns.map(({ column, path, meaning }) => ({
      ref: columnLetters(column),
      id:
        columnIdOf(
          table.amounts.find((one) => one.column === column),
          ids,
        ) ?? labelId(meaning),
      header: [...path],
    })),
    rows: draftRows(ground, ids),
    issues: [...unknownColumns(ground), ...unnamedRows(ground), ...ground.issues, ...totalIssues(ground)],
    plan,
  };
}

function labelId(meaning: { readonly kind: string; readonly label?: string }): string | null {
  return meaning.kind === 'label' ? (meaning.label ?? null) : null;
}

/** F1 shows one year and the period, F2 every year. */
function formOf(columns: readonly AmountColumn[]): FormId | null {
  if (columns.some(({ meaning }) => meaning.years === 'oneYear')) return 'F1';
  return columns.some(({ meaning }) => typeof meaning.years === 'number') ? 'F2' : null;
}

function columnIds(form: FormId | null, plan: Plan): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const id of form ? [form] : FORM_IDS) {
    for (const column of layoutColumns(formById(id), plan).columns) {
      const key = selectorKey(column.selector);
      if (!ids.has(key)) ids.set(key, column.id);
    }
  }
  return ids;
}

function columnIdOf(column: AmountColumn | undefined, ids: ReadonlyMap<string, string>): string | null {
  return (column && ids.get(selectorKey(selectorOf(column.meaning)))) ?? null;
}

function selectorOf({ years, source, capital }: AmountMeaning): Selector {
  return {
    years: years ?? 'period',
    source: source === 'all' || source === 'budget' ? source : sourceId(source),
    // Other money has no kind: its total is all of it.
    capital: source === 'other' ? 'all' : capital,
  };
}

function selectorKey({ years, source, capital }: Selector): string {
  return `${years} ${source} ${capital}`;
}

function draftRows(
  { table, plan, unit, numbers, matched }: DraftGround,
  ids: ReadonlyMap<string, string>,
): Draft['rows'] {
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  return table.rows
    .filter(({ kind }) => kind === 'row')
    .flatMap((line, at) => {
      const row = plan.rows[at];
      if (!row) return [];
      const cells: [string, Dong | null][] = table.amounts.flatMap((column) => {
        const id = columnIdOf(column, ids);
        const read = foreignCellAmount(line.cells.get(column.column), unit, numbers);
        return id === null ? [] : [[id, read.ok ? read.value : null]];
      });
      return [
        {
          ref: line.ref,
          ordinal: ordinals[at] ?? '',
          code: row.code,
          name: row.name,
          matched: matched[at]?.code === row.code ? (matched[at]?.confidence ?? 0) : 0,
          cells: Object.fromEntries(cells),
        },
      ];
    });
}

/** Amounts that nobody can tell what they are for: the file is not taken without them, and not with a guess. */
function unnamedRows({ sheet, table }: DraftGround): Issue[] {
  const column = table.amounts[0]?.column ?? 1;
  return table.unnamed.map((ref) => ({
    code: 'workbook.rowUnnamed',
    severity: 'error',
    params: { row: ref },
    sheet,
    cell: cellAddress(ref, column),
    difference: null,
  }));
}

/** A column that no form has is left out, and said. */
function unknownColumns({ sheet, table }: DraftGround): Issue[] {
  return table.heading.columns.flatMap(({ column, path, meaning }): Issue[] => {
    if (meaning.kind !== 'unknown') return [];
    return [
      {
        code: 'workbook.columnUnknown',
        severity: 'warning',
        params: { column: path.join(' / ') },
        sheet,
        cell: cellAddress(table.heading.top, column),
        difference: null,
      },
    ];
  });
}

/**
 * Every total that the file states against its recomputation from the leaves, exact: ours minus stated. A total that
 * states no amount is said too: it could not be held against anything.
 */
function totalIssues({ sheet, table, plan, totals, unit, numbers }: DraftGround): Issue[] {
  const leaves = leafColumns(table.amounts, plan);
  const data = leaves.ok ? leaves.value : new Map<AmountColumn, unknown>();
  const outline = outlineOf(plan.rows);
  const issues: Issue[] = [];
  let rows = 0;
  for (const line of table.rows) {
    const at = line.kind === 'total' ? GRAND_TOTAL : rows++;
    for (const column of table.amounts) {
      if (at !== GRAND_TOTAL && isLeafAt(outline, at) && data.has(column)) continue;
      const cell = line.cells.get(column.column);
      if (!cell) continue;
      const where = { row: `${line.ordinal} ${line.name}`.trim(), column: column.path.join(' / ') };
      const say = (code: string, params: Issue['params'], difference: Dong | null): void => {
        const address = cellAddress(line.ref, column.column);
        issues.push({
          code,
          severity: 'warning',
          params: { ...params, ...where },
          sheet,
          cell: address,
          difference,
        });
      };
      const stated = statedTotal(cell, unit, numbers);
      if (!stated.ok) {
        say(stated.refusal.code, stated.refusal.params, null);
        continue;
      }
      const selector = selectorOf(column.meaning);
      const address = totals.address(
        sumsPeriod(line, selector) ? { ...selector, years: 'period' } : selector,
      );
      if (totals.isMixed(at, address)) continue;
      const ours = totals.read(at, address);
      if (ours === stated.value) continue;
      const difference = dong(ours - stated.value);
      const written = (amount: Dong): string => writeAmount(amount, unit);
      const amounts = {
        stated: written(stated.value),
        ours: written(ours),
        difference: written(difference),
      };
      say('workbook.totalDiffers', amounts, difference);
    }
  }
  return issues;
}

/** A total may be finer than a đồng, for its program added in doubles: the nearest đồng is what it means. */
function statedTotal(cell: RawCell, unit: Unit, numbers: Numbers): Result<Dong> {
  const { value } = cell;
  if (value.kind !== 'number') return foreignCellAmount(cell, unit, numbers);
  const amount = nearestAmount(value.number, unit);
  return amount === undefined ? refuse('amount.outOfRange', { text: `${value.number}` }) : ok(amount);
}

/** F1's last row carries the period's amounts in columns that carry one year's above it (domain.md, fact 4). */
function sumsPeriod({ kind, name }: TableRow, { years }: Selector): boolean {
  return kind === 'total' && years === 'oneYear' && /\bgiai doan\b/.test(foldText(name));
}
