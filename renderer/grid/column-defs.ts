import type { ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community';
import type { Totals } from '../../shared/engine/totals.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, LaidColumn, Line } from '../../shared/forms/layout.ts';
import type { FormCell, Heading } from '../../shared/forms/table.ts';
import type { Unit } from '../../shared/money/unit.ts';
import type { Translate } from '../i18n/text.ts';
import { amountText } from './amount-text.ts';

/** What the cells read at the moment they are drawn. Held in one object so that columns need not be made anew. */
export interface GridView {
  totals: Totals;
  unit: Unit;
  /** Rows whose printed title was not seen in a source text, by id. */
  unconfirmed: ReadonlySet<string>;
}

type Defs = (ColDef<Line> | ColGroupDef<Line>)[];

/** The grid's columns: TT and Nội dung pinned left, the form's headings as a tree, notes last. */
export function columnDefs(layout: FormLayout, view: GridView, t: Translate): Defs {
  const byId = new Map(layout.columns.map((column) => [column.id, column]));
  const fromHeading = (heading: Heading): ColDef<Line> | ColGroupDef<Line> => {
    if ('children' in heading) {
      return { headerName: heading.title, marryChildren: true, children: heading.children.map(fromHeading) };
    }
    const column = byId.get(heading.column);
    if (!column) throw new Error(`a heading names a column that the form does not have: ${heading.column}`);
    return amountDef(heading.title, column, view);
  };
  const defs: Defs = [
    {
      colId: 'ordinal',
      headerName: t('plan.ordinal'),
      field: 'ordinal',
      pinned: 'left',
      width: 56,
      cellClass: 'cell-ordinal',
      headerClass: 'heading-centred',
    },
    {
      colId: 'name',
      headerName: t('plan.name'),
      field: 'name',
      pinned: 'left',
      width: 330,
      wrapText: true,
      cellClass: 'cell-name',
      headerClass: 'heading-centred',
      cellStyle: ({ data }) => ({ paddingLeft: `${6 + 14 * Math.max(0, (data?.level ?? 1) - 1)}px` }),
      cellClassRules: { 'cell-unconfirmed': ({ data }) => view.unconfirmed.has(data?.id ?? '') },
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
      headerClass: 'heading-centred',
    });
  }
  return defs;
}

function amountDef(title: string, column: LaidColumn, view: GridView): ColDef<Line> {
  const cell = (line: Line | undefined) => (line ? readCell(line, column, view.totals) : undefined);
  return {
    colId: column.id,
    headerName: title,
    width: 96,
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
