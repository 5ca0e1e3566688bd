import { Totals } from '../../../../shared/engine/totals.ts';
import { FORM_IDS } from '../../../../shared/forms/form.ts';
import { projectForm } from '../../../../shared/forms/project.ts';
import type { FormCell, FormTable } from '../../../../shared/forms/table.ts';
import { message } from '../../../../shared/messages/message.ts';
import { UNIT_NAME } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { ok } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `show`: a plan on a form, as the grid shows it. */
export const showCommand: Command = {
  name: 'show',
  operands: ['PLAN'],
  options: ['form'],
  flags: [],
  run: async (given, planner) => {
    const named = given.required('form');
    if (!named.ok) return named;
    const form = given.choice('form', FORM_IDS);
    if (!form.ok) return form;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan } = opened.value;
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const table = projectForm(plan, totals.value, form.value ?? 'F1');
    return ok({ json: tableJson(plan, table), text: tableText(table) });
  },
};

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
      cells: Object.fromEntries(
        table.columns.map((column, at) => [column.id, cellJson(cells[at]?.amount ?? null)]),
      ),
    })),
  };
}

function cellJson(amount: FormCell['amount']): string | null | { mixed: true } {
  if (amount === null) return null;
  return amount === 'mixed' ? { mixed: true } : `${amount}`;
}

function tableText(table: FormTable): string {
  const amount = (cell: FormCell): string => {
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
