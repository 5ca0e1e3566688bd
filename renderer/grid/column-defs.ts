import type { CellClassParams, ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community';
import type { Severity } from '../../shared/checks/finding.ts';
import { GRAND_TOTAL, type Totals } from '../../shared/engine/totals.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, LaidColumn, Line } from '../../shared/forms/layout.ts';
import type { FormCell, Heading } from '../../shared/forms/table.ts';
import type { Unit } from '../../shared/money/unit.ts';
import { writeAmount } from '../../shared/money/write.ts';
import { lineId } from '../../shared/sheet/cell-place.ts';
import type { Translate } from '../i18n/text.ts';
import type { FoundCells } from '../session/reviews.ts';
import { amountText } from './amount-text.ts';
import { nameIndent } from './name-indent.ts';
import { groupId, ROW_HEADER } from './pointer.ts';

/** What the cells read at the moment they are drawn. Held in one object so that columns need not be made anew. */
export interface GridView {
  totals: Totals;
  unit: Unit;
  /** Rows whose printed title was not seen in a source text, by id. */
  unconfirmed: ReadonlySet<string>;
  /** Ids of rows whose rows below are hidden. */
  collapsed: ReadonlySet<string>;
  /** Whether a cell differs from the last revision; null where nothing is marked. */
  changed: ((line: Line, column: LaidColumn | 'name') => boolean) | null;
  /** What is to be looked at, by line and column. */
  found: FoundCells;
}

/** What the officer chose for the columns. */
export interface ColumnChoices {
  readonly widths: Readonly<Record<string, number>>;
  /** The last column that stays in sight beside TT and Nội dung, or null. */
  readonly frozen: string | null;
  /** Whether cells are marked that differ from the last revision. */
  readonly marksChanged: boolean;
  /** Of 1. Widths are kept as they are at 1. */
  readonly zoom: number;
}

export const NAME_WIDTH = 262;

type Def = ColDef<Line> | ColGroupDef<Line>;

/** The grid's columns: row headers, TT and Nội dung pinned left, the form's headings as a tree, notes last. */
export function columnDefs(
  layout: FormLayout,
  view: GridView,
  { widths, frozen, marksChanged, zoom }: ColumnChoices,
  t: Translate,
): Def[] {
  const own = amountWidth(view);
  const byId = new Map(layout.columns.map((column) => [column.id, column]));
  const lastFrozen = layout.columns.findIndex((column) => column.id === frozen);
  const frozenIds = new Set(layout.columns.slice(0, lastFrozen + 1).map((column) => column.id));
  const finished = (id: string, def: ColDef<Line>): ColDef<Line> => ({
    ...def,
    colId: id,
    width: Math.round((widths[id] ?? def.width ?? NAME_WIDTH) * zoom),
    // Said either way: the grid keeps what a definition leaves out.
    pinned: frozenIds.has(id) ? 'left' : (def.pinned ?? null),
  });
  const fromHeading = (heading: Heading): Def => {
    if ('children' in heading) {
      const ids = columnsUnder(heading);
      return {
        groupId: groupId(ids[0] ?? '', ids.at(-1) ?? ''),
        headerName: heading.title,
        children: heading.children.map(fromHeading),
      };
    }
    const column = byId.get(heading.column);
    if (!column) throw new Error(`a heading names a column that the form does not have: ${heading.column}`);
    return finished(column.id, amountDef(heading.title, column, view, own, marksChanged));
  };
  return [
    rowHeaderDef(view, zoom),
    finished('ordinal', {
      headerName: t('plan.ordinal'),
      field: 'ordinal',
      pinned: 'left',
      width: 38,
      cellClass: 'cell-ordinal',
      cellClassRules: foundRules(view, 'ordinal'),
      headerClass: 'heading-centred',
    }),
    finished('name', nameDef(view, marksChanged, t)),
    ...layout.headings.map(fromHeading),
    ...(layout.form.notes ? [finished('note', noteDef(t))] : []),
  ];
}

function columnsUnder(heading: Heading): string[] {
  return 'children' in heading ? heading.children.flatMap(columnsUnder) : [heading.column];
}

/** The row's place, as a spreadsheet numbers its rows: a grip for selecting and moving, and what opens and closes it. */
function rowHeaderDef(view: GridView, zoom: number): ColDef<Line> {
  return {
    colId: ROW_HEADER,
    headerName: '#',
    pinned: 'left',
    width: Math.round(34 * zoom),
    resizable: false,
    cellClass: 'row-header',
    headerClass: 'heading-centred',
    valueGetter: ({ data }) => (data?.kind === 'row' ? data.at + 1 : ''),
    cellClassRules: {
      'row-open': ({ data }) => data?.kind === 'row' && !data.leaf && !view.collapsed.has(data.id ?? ''),
      'row-closed': ({ data }) => data?.kind === 'row' && !data.leaf && view.collapsed.has(data.id ?? ''),
    },
  };
}

function nameDef(view: GridView, marksChanged: boolean, t: Translate): ColDef<Line> {
  return {
    headerName: t('plan.name'),
    field: 'name',
    pinned: 'left',
    width: NAME_WIDTH,
    wrapText: true,
    cellClass: 'cell-name',
    headerClass: 'heading-centred',
    cellStyle: ({ data }) => ({ paddingLeft: `calc(${nameIndent(data?.level ?? 1)}px * var(--zoom))` }),
    cellClassRules: {
      'cell-unconfirmed': ({ data }) => view.unconfirmed.has(data?.id ?? ''),
      ...foundRules(view, 'name'),
      ...(marksChanged
        ? { 'cell-changed': ({ data }: Cell) => (data && view.changed?.(data, 'name')) === true }
        : {}),
    },
  };
}

function noteDef(t: Translate): ColDef<Line> {
  return { headerName: t('plan.note'), field: 'note', width: 180, headerClass: 'heading-centred' };
}

/** Wide enough for the plan's largest total in its unit, and not more: all of F1 then fits an office screen. */
function amountWidth({ totals, unit }: GridView): number {
  const total = totals.read(GRAND_TOTAL, totals.address({ years: 'period', source: 'all', capital: 'all' }));
  return Math.max(60, 14 + Math.ceil(7.2 * writeAmount(total, unit).length));
}

/** Room for the longest heading in two or three short lines. */
function headingWidth(title: string): number {
  return title.length > 16 ? 90 : title.length > 10 ? 76 : 0;
}

function amountDef(
  title: string,
  column: LaidColumn,
  view: GridView,
  width: number,
  marksChanged: boolean,
): ColDef<Line> {
  const cell = (line: Line | undefined) => (line ? readCell(line, column, view.totals) : undefined);
  return {
    headerName: title,
    width: Math.max(width, headingWidth(title)),
    minWidth: 48,
    headerClass: 'heading-centred',
    wrapHeaderText: true,
    cellClass: ({ data }: CellClassParams<Line>) => `cell-amount ${lookOf(data, column)}`,
    valueGetter: ({ data }: ValueGetterParams<Line>): FormCell['amount'] => cell(data)?.amount ?? null,
    valueFormatter: ({ value }: { value: FormCell['amount'] | undefined }) =>
      amountText(value ?? null, view.unit),
    // A rule costs every cell that scrolls into sight, so a column has just those that can change in it.
    cellClassRules: {
      ...(column.funded ? {} : { 'cell-blank': ({ data }: Cell) => cell(data)?.role === 'blank' }),
      ...(column.selector.years === 'oneYear'
        ? { 'cell-mixed': ({ data }: Cell) => cell(data)?.amount === 'mixed' }
        : {}),
      ...(marksChanged
        ? { 'cell-changed': ({ data }: Cell) => (data && view.changed?.(data, column)) === true }
        : {}),
      ...foundRules(view, column.id),
    },
  };
}

type Cell = CellClassParams<Line>;

/** A class for each severity. Most lines have nothing to look at, which one look-up tells. */
function foundRules(view: GridView, column: string): NonNullable<ColDef<Line>['cellClassRules']> {
  const isFound = (severity: Severity) => {
    return ({ data }: Cell): boolean =>
      data !== undefined && view.found.get(lineId(data))?.get(column)?.severity === severity;
  };
  return {
    'cell-error': isFound('error'),
    'cell-warning': isFound('warning'),
    'cell-information': isFound('information'),
  };
}

/** What a cell is as long as rows and columns stay as they are. */
function lookOf(line: Line | undefined, column: LaidColumn): string {
  if (!line || line.rule?.blank.includes(column.block)) return 'cell-blank';
  return line.leaf && column.leaf !== null && column.typedYears.length > 0 ? '' : 'cell-total';
}
