import { GRAND_TOTAL } from '../engine/totals.ts';
import type { Line } from '../forms/layout.ts';
import { dong } from '../money/dong.ts';
import type { ChangeLabel, PlanEdit } from '../plan/edit/edit.ts';
import { findSource } from '../plan/sources.ts';
import { type PastedRows, pastedText, rowsOf } from './block-cells.ts';
import { blockLabel } from './block-label.ts';
import { clearSources } from './cut.ts';
import { differingTotals } from './held-totals.ts';
import { type Judging, judge, type TargetColumn } from './judge.ts';
import { type Landing, land } from './landing.ts';
import { heldAmount, leafColumn } from './leaf-column.ts';
import { addSiblings } from './new-rows.ts';
import { conventionOf, openedBy } from './paste-numbers.ts';
import type {
  PasteAsk,
  PasteBlock,
  PasteOptions,
  PastePlan,
  PasteProblem,
  PreviewCell,
  UnfundedYears,
} from './paste-plan.ts';
import { PasteRun } from './paste-run.ts';
import type { Rect, Sheet } from './sheet.ts';

/** What pasting a block at a target would do, and what must be asked before. Nothing is changed. */
export function planPaste(sheet: Sheet, target: Rect, block: PasteBlock, options: PasteOptions): PastePlan {
  const rows = rowsOf(block);
  const { width } = block.block;
  const landing = land(sheet, target, rows, width);
  const first = conventionOf(block, landing.columns, options.numbers);
  const { operation, skipBlanks, unit } = options;
  const planUnit = sheet.plan.header.unit;
  const numbers = options.numbers ?? first.decided;
  const judging: Judging = { operation, skipBlanks, unit, planUnit, numbers };
  const columns = landing.columns.map((column): TargetColumn => ({ column, leaf: leafColumn(column) }));
  const cut = block.kind === 'own' && block.block.cut !== null && block.block.cut === options.cut?.token;
  const run = new PasteRun(sheet, options, judging, cut);
  run.run(rows, width, landing, columns, first.used);
  const convention = openedBy(first, run.undecided);

  const unfunded = run.unfunded;
  const fits = run.problemCount === 0 && landing.refusal === null && convention.used !== null;
  const complete = fits && (landing.rowsMissing === 0 || options.addRows);
  let edits: PlanEdit[] = [];
  if (complete) {
    if (cut && options.cut) clearSources(sheet.plan, options.cut, run);
    edits = [
      ...fundYears(sheet, unfunded),
      ...addSiblings(sheet.plan, lastRow(sheet)?.id ?? null, run.newRows),
      ...run.list.edits(),
    ];
  }
  const statedTotals =
    complete && run.leftOut.length > 0 ? differingTotals(sheet.plan, edits, run.leftOut) : [];
  const asks: Record<PasteAsk, boolean> = {
    numbers: convention.used === null,
    ragged: block.kind === 'text' && block.block.ragged,
    rows: landing.rowsMissing > 0 && !options.addRows,
    unit: block.kind === 'text' && unit === planUnit && isSuspicious(sheet, run.largest),
    currency: run.currency,
    totals: run.totalCount > 0 && (!options.skipTotals || statedTotals.length > 0),
    unfunded: unfunded.length > 0 && !options.fundYears,
  };
  const ready = complete && !asks.unfunded && edits.length > 0;
  const outside = landing.refusal === null ? [] : [tooLarge(landing, rows, planUnit)];
  return {
    rect: landing.rect,
    count: run.count,
    convention,
    asks: ASKS.filter((ask) => asks[ask]),
    problems: [...outside, ...run.problems],
    problemCount: outside.length + run.problemCount,
    totalCount: run.totalCount,
    statedTotals,
    rowsMissing: landing.rowsMissing,
    unfunded,
    change: ready ? { label: labelOf(cut, options, run, landing), edits } : null,
    preview: (row, column) => preview(sheet, rows, width, landing, columns, judging, row, column),
  };
}

/** In the order in which they are asked. */
const ASKS: readonly PasteAsk[] = ['numbers', 'unit', 'currency', 'ragged', 'rows', 'unfunded', 'totals'];

function labelOf(cut: boolean, { typed }: PasteOptions, run: PasteRun, { lines }: Landing): ChangeLabel {
  const [first] = lines;
  const place = first && first !== 'new' ? first : (run.newRows[0]?.name ?? null);
  const code = cut ? 'change.moveCells' : typed ? 'change.typeToAll' : 'change.paste';
  return blockLabel(code, run.count, place);
}

function lastRow(sheet: Sheet): Line | null {
  return sheet.lines.findLast((line) => line.kind === 'row') ?? null;
}

function fundYears(sheet: Sheet, unfunded: readonly UnfundedYears[]): PlanEdit[] {
  return unfunded.map(({ source, years }): PlanEdit => {
    const funded = findSource(sheet.plan.sources, source)?.years ?? [];
    const all = [...new Set([...funded, ...years])].sort((one, other) => one - other);
    return { kind: 'updateSource', source, patch: { years: all } };
  });
}

/** From here on an amount is larger than a programme has ever been: đồng pasted into triệu. */
const SURELY_TOO_LARGE = 1e15;
const TIMES_THE_PLAN = 1_000;

/** Whether the largest amount looks as if it were meant in a smaller unit. */
function isSuspicious({ totals }: Sheet, largest: number): boolean {
  if (largest >= SURELY_TOO_LARGE) return true;
  const address = totals.address({ years: 'period', source: 'all', capital: 'all' });
  const total = Math.abs(Number(totals.read(GRAND_TOTAL, address)));
  return total > 0 && largest >= TIMES_THE_PLAN * total;
}

/** A block that does not fit is one problem, at its first cell outside. */
function tooLarge(
  { refusal, columns, lines }: Landing,
  rows: PastedRows,
  unit: Judging['planUnit'],
): PasteProblem {
  const wide = refusal?.code === 'paste.tooWide';
  const [row, column] = wide ? [0, columns.length] : [Math.max(0, lines.indexOf('new')), 0];
  const cell = rows[row]?.[column];
  return {
    row,
    column,
    text: cell === undefined ? '' : pastedText(cell, unit),
    place: null,
    refusal: refusal ?? { code: 'paste.tooWide', params: {} },
  };
}

function preview(
  sheet: Sheet,
  rows: PastedRows,
  width: number,
  landing: Landing,
  columns: readonly TargetColumn[],
  judging: Judging,
  row: number,
  column: number,
): PreviewCell {
  const line = landing.lines[row];
  const target = columns[column];
  const cell = rows[row % rows.length]?.[column % width];
  if (!line || !target || cell === undefined) return { kind: 'kept' };
  const outcome = judge(cell, line, target, judging);
  const text = pastedText(cell, judging.planUnit);
  switch (outcome.kind) {
    case 'amount': {
      if (judging.operation === 'set' || target.leaf === null || line === 'new') {
        return { kind: 'amount', amount: outcome.amount };
      }
      const held = heldAmount(sheet.totals, line.at, target.leaf);
      if (held === 'mixed') return { kind: 'amount', amount: held };
      const change = judging.operation === 'add' ? outcome.amount : -outcome.amount;
      return { kind: 'amount', amount: dong(held + change) };
    }
    case 'text':
      return { kind: 'text', text: outcome.text };
    case 'kept':
      return outcome;
    case 'locked':
      return { kind: 'total', text };
    case 'undecided':
      return { kind: 'undecided', text };
    case 'refused':
      return { kind: 'refused', text, refusal: outcome.refusal };
    default:
      return outcome satisfies never;
  }
}
