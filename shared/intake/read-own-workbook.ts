import { Totals } from '../engine/totals.ts';
import { formById } from '../forms/catalogue.ts';
import { layoutColumns } from '../forms/columns.ts';
import { decisionLine } from '../forms/furniture.ts';
import { layoutForm } from '../forms/layout.ts';
import { withColumns } from '../forms/own-form.ts';
import { OFFICIAL_OPTIONS } from '../forms/print-options.ts';
import { tableOf as tableFrom } from '../forms/project.ts';
import type { FormTable } from '../forms/table.ts';
import type { Dong } from '../money/dong.ts';
import { outlineOf } from '../plan/outline.ts';
import { type Header, type Plan, yearsOf } from '../plan/plan.ts';
import { leafSources } from '../plan/sources.ts';
import { printedTitle } from '../print/furniture.ts';
import { headingDepth } from '../print/heading-spans.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { cellAddress, columnLetters, rawCellAt, textAt } from './cell-address.ts';
import type { Draft, Issue } from './draft.ts';
import { IDENTITY_SHEET, type Identity, type PlanStructure, readIdentity } from './identity-sheet.ts';
import { readCellAmount, readLeafAmounts } from './own-amounts.ts';
import { columnsRefusal, locateBlock, type OwnBlock, printedHeading, unitRefusal } from './own-block.ts';
import { alignRows } from './own-rows.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { sameSheetText } from './sheet-text.ts';
import { leafCells, statedAmount, statedTotals } from './stated-totals.ts';
import { totalIssues } from './totals/total-issues.ts';

/** More leaf and total amounts than this no plan has; a file that claims them is refused before memory is asked for. */
const MOST_AMOUNTS = 20_000_000;

/**
 * A workbook that this planner exported, understood again: structure and codes from its hidden sheet, amounts and
 * whatever the officer changed from its visible cells. Refused where the hidden sheet is damaged, where rows or columns
 * were inserted, removed or moved, or where the unit line now names another unit. Null where there is no hidden sheet.
 */
export function readOwnWorkbook(
  book: RawWorkbook,
  mostRows = Number.POSITIVE_INFINITY,
): Result<OwnReading> | null {
  const hidden = book.sheets.find((sheet) => sheet.name === IDENTITY_SHEET);
  if (!hidden) return null;
  const identity = readIdentity(hidden);
  return identity.ok ? readAppendix(book, identity.value, mostRows) : identity;
}

export interface OwnReading {
  readonly draft: Draft;
  readonly block: OwnBlock;
}

function readAppendix(book: RawWorkbook, identity: Identity, mostRows: number): Result<OwnReading> {
  const { form, structure } = identity;
  if (claimedAmounts(structure) > MOST_AMOUNTS) return refuse('workbook.tooLarge');
  const exported = tableOf({ ...structure, amounts: new Map() }, identity);
  if (!exported.ok) return exported;
  const ids = exported.value.columns.map((column) => column.id);
  if (ids.join() !== identity.columns.join())
    return refuse('workbook.identityDamaged', { sheet: IDENTITY_SHEET });
  if (losesLeaves(identity, exported.value)) return refuse('workbook.formLoses', { form: identity.sheet });

  const located = locateBlock(book, identity);
  if (!located.ok) return located;
  const block = located.value;
  const misfit = columnsRefusal(block, exported.value) ?? unitRefusal(block, identity);
  if (misfit) return { ok: false, refusal: misfit };
  const aligned = alignRows(block, exported.value, structure.rows);
  if (!aligned.ok) return aligned;

  const { unit } = identity.printed;
  const leaves = readLeafAmounts(block, exported.value, unit, structure.sources);
  const headed = readHeader(block, identity);
  const plan: Plan = {
    ...structure,
    header: headed.header,
    rows: aligned.value.rows,
    amounts: leaves.amounts,
  };
  const table = tableOf(plan, identity);
  if (!table.ok) return table;
  const draft: Draft = {
    form,
    unit,
    columns: draftColumns(block, exported.value),
    rows: draftRows(block, table.value, aligned.value.issues, unit, mostRows),
    issues: [
      ...headed.issues,
      ...headingIssues(block, exported.value),
      ...aligned.value.issues,
      ...leaves.issues,
      ...totalIssues({
        totals: statedTotals(block, table.value, unit, plan),
        leaves: () => leafCells(block, table.value, plan),
        outline: outlineOf(plan.rows),
        sources: plan.sources,
        unit,
      }),
    ],
    plan,
  };
  return ok({ draft, block });
}

function claimedAmounts(structure: PlanStructure): number {
  const years = yearsOf(structure.period).length + 2;
  const slots = leafSources(structure.sources).length * 4 + structure.sources.length * 3 + 3;
  return (structure.rows.length + 1) * years * slots;
}

/** The form as it was exported: its columns, in their order, and what the options moved. */
function tableOf(plan: Plan, { form, sheet, columns, printed }: Identity): Result<FormTable> {
  const totals = Totals.of(plan);
  if (!totals.ok) return totals;
  const layout = layoutForm(formById(form), plan, totals.value.shape, {
    totals: printed.totals,
    choose: (laid) => withColumns(columns, laid),
  });
  return ok(tableFrom(layout, plan, totals.value, { ...OFFICIAL_OPTIONS, ...printed }, sheet));
}

/** Whether leaf amounts of the plan have no column on the form: a plan made of it would silently lack them. */
function losesLeaves({ form, structure }: Identity, { columns }: FormTable): boolean {
  const shown = new Set(columns.map(({ id }) => id));
  return layoutColumns(formById(form), structure).columns.some(({ id, leaf }) => leaf && !shown.has(id));
}

/** The header as printed: a changed title or decision line is taken over and said. */
function readHeader(block: OwnBlock, { structure, place }: Identity): { header: Header; issues: Issue[] } {
  const issues: Issue[] = [];
  let { header } = structure;
  const say = (code: string, address: string, before: string, after: string): void => {
    const at = { sheet: block.sheet.name, cell: address, difference: null };
    issues.push({ code, severity: 'information', params: { before, after }, ...at });
  };
  const title = lineAt(block, place.titleRow);
  if (title.text !== '' && !sameSheetText(title.text, printedTitle(header.title))) {
    const address = cellAddress(place.titleRow + block.shift, title.column);
    say('workbook.titleChanged', address, header.title, title.text);
    header = { ...header, title: title.text };
  }
  const decision = lineAt(block, place.decisionRow);
  const was = decisionLine({ ...structure, amounts: new Map() });
  if (decision.text !== '' && !sameSheetText(decision.text, was)) {
    const address = cellAddress(place.decisionRow + block.shift, decision.column);
    const bare = decision.text.trim().replace(/^\(/, '').replace(/\)$/, '');
    say('workbook.decisionChanged', address, header.decision, bare);
    header = { ...header, decision: bare };
  }
  return { header, issues };
}

/** A line above the table: it begins in the first column, or further right where the form is several pages wide. */
function lineAt(block: OwnBlock, row: number): { text: string; column: number } {
  for (let column = 1; column <= block.right; column++) {
    const text = textAt(block.sheet, row + block.shift, column);
    if (text !== '') return { text, column };
  }
  return { text: '', column: 1 };
}

function draftColumns(block: OwnBlock, table: FormTable): Draft['columns'] {
  const depth = headingDepth(table.headings);
  return table.columns.map((column, at) => ({
    ref: columnLetters(block.left + at),
    id: column.id,
    header: [
      ...column.path.slice(0, -1),
      printedHeading(block, depth, block.left + at, table.numbers !== null),
    ],
  }));
}

/** A changed heading is said, for its column is read by its place: moved columns show as totals that differ. */
function headingIssues(block: OwnBlock, table: FormTable): Issue[] {
  const depth = headingDepth(table.headings);
  return table.columns.flatMap((column, at): Issue[] => {
    const before = column.path.at(-1) ?? '';
    const after = printedHeading(block, depth, block.left + at, table.numbers !== null);
    if (sameSheetText(before, after)) return [];
    return [
      {
        code: 'workbook.headingChanged',
        severity: 'warning',
        params: { column: column.path.join(' / '), before, after },
        sheet: block.sheet.name,
        cell: cellAddress(block.top - 1, block.left + at),
        difference: null,
      },
    ];
  });
}

function draftRows(
  block: OwnBlock,
  table: FormTable,
  renamed: readonly Issue[],
  unit: Draft['unit'],
  most: number,
): Draft['rows'] {
  const changed = new Set(renamed.map((issue) => issue.params.row));
  return table.rows.slice(0, most).flatMap((row, at) => {
    if (row.kind === 'total') return [];
    const ref = block.top + at;
    const cells = table.columns.map((column, place): [string, Dong | null] => {
      const raw = rawCellAt(block.sheet, ref, block.left + place);
      if (!raw) return [column.id, null];
      const read = row.leaf && column.leaf ? readCellAmount(raw, unit) : null;
      return [column.id, read?.ok ? read.value : (statedAmount(raw, unit)?.amount ?? null)];
    });
    return [
      {
        ref,
        ordinal: row.ordinal,
        code: row.code,
        name: row.name,
        matched: changed.has(row.code) ? 0.9 : 1,
        cells: Object.fromEntries(cells),
      },
    ];
  });
}
