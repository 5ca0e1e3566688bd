import type { CellClassParams, ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community';
import { GRAND_TOTAL, type Totals } from '../../shared/engine/totals.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, LaidColumn, Line } from '../../shared/forms/layout.ts';
import type { FormCell, Heading } from '../../shared/forms/table.ts';
import type { Unit } from '../../shared/money/unit.ts';
import { writeAmount } from '../../shared/money/write.ts';
import type { Translate } from '../i18n/text.ts';
import { amountText } from './amount-text.ts';
import { type Cursor, MARK } from './cursor.ts';

/** What the cells read at the moment they are drawn. Held in one object so that columns need not be made anew. */
export interface GridView {
  totals: Totals;
  unit: Unit;
  /** Rows whose printed title was not seen in a source text, by id. */
  unconfirmed: ReadonlySet<string>;
}

export const NAME_WIDTH = 290;

/** Pixels before a name at a level; total rows have level 0. */
export function nameIndent(level: number): number {
  return 6 + 14 * Math.max(0, level - 1);
}

type Defs = (ColDef<Line> | ColGroupDef<Line>)[];

/** The grid's columns: TT and Nội dung pinned left, the form's headings as a tree, notes last. */
export function columnDefs(layout: FormLayout, view: GridView, cursor: Cursor, t: Translate): Defs {
  // A cell that scrolls into sight is made anew and has to be told that it is the active one.
  const active = (id: string) => ({ [MARK]: ({ data }: CellClassParams<Line>) => cursor.isAt(data, id) });
  const width = amountWidth(view);
  const byId = new Map(layout.columns.map((column) => [column.id, column]));
  const fromHeading = (heading: Heading): ColDef<Line> | ColGroupDef<Line> => {
    if ('children' in heading) {
      return { headerName: heading.title, marryChildren: true, children: heading.children.map(fromHeading) };
    }
    const column = byId.get(heading.column);
    if (!column) throw new Error(`a heading names a column that the form does not have: ${heading.column}`);
    const def = amountDef(heading.title, column, view, width);
    return { ...def, cellClassRules: { ...def.cellClassRules, ...active(column.id) } };
  };
  const defs: Defs = [
    {
      colId: 'ordinal',
      headerName: t('plan.ordinal'),
      field: 'ordinal',
      pinned: 'left',
      width: 48,
      cellClass: 'cell-ordinal',
      cellClassRules: active('ordinal'),
      headerClass: 'heading-centred',
    },
    {
      colId: 'name',
      headerName: t('plan.name'),
      field: 'name',
      pinned: 'left',
      width: NAME_WIDTH,
      wrapText: true,
      cellClass: 'cell-name',
      headerClass: 'heading-centred',
      cellStyle: ({ data }) => ({ paddingLeft: `${nameIndent(data?.level ?? 1)}px` }),
      cellClassRules: {
        ...active('name'),
        'cell-unconfirmed': ({ data }) => view.unconfirmed.has(data?.id ?? ''),
      },
      tooltipValueGetter: ({ data }) =>
        view.unconfirmed.has(data?.id ?? '') ? `${data?.name} — ${t('plan.unconfirmed')}` : data?.name,
    },
    ...layout.headings.map(fromHeading),
  ];
  if (layout.form.notes) {
    defs.push({
      colId: 'note',
      headerName: t('plan.note'),
      field: 'note',
      width: 180,
      cellClassRules: active('note'),
      headerClass: 'heading-centred',
    });
  }
  return defs;
}

/** Wide enough for the plan's largest total in its unit, and not more: all of F1 then fits an office screen. */
function amountWidth({ totals, unit }: GridView): number {
  const total = totals.read(GRAND_TOTAL, totals.address({ years: 'period', source: 'all', capital: 'all' }));
  return Math.max(64, 14 + Math.ceil(7.2 * writeAmount(total, unit).length));
}

/** Room for the longest heading in two or three short lines. */
function headingWidth(title: string): number {
  return title.length > 16 ? 90 : title.length > 10 ? 76 : 0;
}

function amountDef(title: string, column: LaidColumn, view: GridView, width: number): ColDef<Line> {
  const cell = (line: Line | undefined) => (line ? readCell(line, column, view.totals) : undefined);
  return {
    colId: column.id,
    headerName: title,
    width: Math.max(width, headingWidth(title)),
    minWidth: 48,
    headerClass: 'heading-centred',
    wrapHeaderText: true,
    cellClass: 'cell-amount',
    valueGetter: ({ data }: ValueGetterParams<Line>): FormCell['amount'] => cell(data)?.amount ?? null,
    valueFormatter: ({ value }: { value: FormCell['amount'] | undefined }) =>
      amountText(value ?? null, view.unit),
    cellClassRules: {
      'cell-blank': ({ data }) => cell(data)?.role === 'blank',
      'cell-total': ({ data }) => cell(data)?.role === 'total',
      'cell-mixed': ({ data }) => cell(data)?.amount === 'mixed',
    },
  };
}
