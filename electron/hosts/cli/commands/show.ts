import type { Planner } from '../../../../shared/api/planner.ts';
import { Totals } from '../../../../shared/engine/totals.ts';
import type { Moment } from '../../../../shared/forms/f5.ts';
import { projectForm } from '../../../../shared/forms/project.ts';
import { projectChoice } from '../../../../shared/forms/project-choice.ts';
import type { FormCell, FormTable } from '../../../../shared/forms/table.ts';
import { message } from '../../../../shared/messages/message.ts';
import { UNIT_NAME } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { PlanId } from '../../../../shared/plan/ids.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { printedCell, SHARE_DECIMALS } from '../../../../shared/print/printed-amount.ts';
import { ok, type Result, refuse } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';
import { PRINT_FLAGS, PRINT_OPTIONS, wantedPrint } from '../wanted-print.ts';

/** `show`: a plan on a form, as the grid shows it or as a report prints it. */
export const showCommand: Command = {
  name: 'show',
  operands: ['PLAN'],
  options: PRINT_OPTIONS,
  flags: PRINT_FLAGS,
  run: async (given, planner) => {
    const named = given.required('form');
    if (!named.ok) return named;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan } = opened.value;
    const print = wantedPrint(given, plan);
    if (!print.ok) return print;
    const [choice, ...others] = print.value.choices;
    if (!choice || others.length > 0) return refuse('cli.oneForm');
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const moment = { plan, totals: totals.value };
    // A form of the grid is shown also where it cannot be printed: its cells say "≠".
    if (choice.kind === 'form') {
      const table = projectForm(plan, totals.value, choice.form, print.value.options);
      return ok({ json: tableJson(plan, table), text: tableText(table) });
    }
    const before = await momentOf(planner, plan.id, print.value.against);
    if (!before.ok) return before;
    const table = projectChoice(moment, choice, print.value.options, before.value);
    if (!table.ok) return table;
    return ok({ json: tableJson(plan, table.value), text: tableText(table.value) });
  },
};

async function momentOf(planner: Planner, id: PlanId, label: string | null): Promise<Result<Moment | null>> {
  if (label === null) return ok(null);
  const revisions = await planner.revisions({ plan: id });
  if (!revisions.ok) return revisions;
  const revision = revisions.value.find((one) => one.label === label);
  if (!revision) return refuse('form.nothingToCompare');
  const plan = await planner.planAt({ plan: id, sequence: revision.sequence });
  if (!plan.ok) return plan;
  const totals = Totals.of(plan.value);
  return totals.ok ? ok({ plan: plan.value, totals: totals.value }) : totals;
}

function tableJson(plan: Plan, table: FormTable) {
  const { id, header, programme, period } = plan;
  return {
    plan: {
      id,
      title: header.title,
      programme: programme.id,
      first: period.first,
      last: period.last,
      unit: header.unit,
      locality: header.locality,
      decision: header.decision,
    },
    form: table.form,
    words: table.words,
    footnotes: table.footnotes,
    columns: table.columns.map((column) => ({ id: column.id, path: column.path })),
    rows: table.rows.map(({ kind, ordinal, code, name, level, note, cells }) => ({
      kind,
      ordinal,
      code,
      name,
      level,
      note,
      cells: Object.fromEntries(table.columns.map((column, at) => [column.id, cellJson(cells[at], table)])),
    })),
  };
}

/** A share is in per cent, as text. */
function cellJson(cell: FormCell | undefined, table: FormTable): string | null | { mixed: true } {
  if (!cell) return null;
  if (cell.role === 'share') return printedCell(cell, table, SHARE_DECIMALS);
  if (cell.amount === null) return null;
  return cell.amount === 'mixed' ? { mixed: true } : `${cell.amount}`;
}

function tableText(table: FormTable): string {
  const amount = (cell: FormCell): string => {
    if (cell.role === 'share') return printedCell(cell, table, SHARE_DECIMALS);
    if (cell.amount === null) return '';
    return cell.amount === 'mixed' ? '≠' : writeAmount(cell.amount, table.unit, { zero: '-' });
  };
  const lines = [
    ['TT', 'Nội dung', ...table.columns.map((column) => column.id)],
    ...table.rows.map((row) => [
      row.ordinal,
      `${'  '.repeat(Math.max(0, row.level - 1))}${row.name}`,
      ...row.cells.map(amount),
    ]),
  ];
  return [
    table.title,
    table.decision,
    message('cli.unitLine', { unit: UNIT_NAME[table.unit] }),
    inColumns(lines, (at) => at > 1),
    table.words,
    ...table.footnotes,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
