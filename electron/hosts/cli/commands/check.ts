import type { Finding } from '../../../../shared/checks/finding.ts';
import { cellsOf } from '../../../../shared/checks/finding-cells.ts';
import { AS_OFFICIAL, type PlanOnForm } from '../../../../shared/checks/plan-checks.ts';
import { Totals } from '../../../../shared/engine/totals.ts';
import { formById } from '../../../../shared/forms/catalogue.ts';
import { FORM_IDS, type FormId } from '../../../../shared/forms/form.ts';
import { layoutForm } from '../../../../shared/forms/layout.ts';
import { findingText } from '../../../../shared/messages/finding-text.ts';
import { message } from '../../../../shared/messages/message.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { PlanReview } from '../../../../shared/reconcile/plan-review.ts';
import { ok, type Result } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `check`: every check, as the plan would be printed on `--form` (F1), whose cells are named. */
export const checkCommand: Command = {
  name: 'check',
  operands: ['PLAN'],
  options: ['form'],
  flags: [],
  run: async (given, planner) => {
    const form = given.choice('form', FORM_IDS);
    if (!form.ok) return form;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const on = onForm(opened.value.plan, form.value ?? 'F1');
    if (!on.ok) return on;
    const { open, accepted, passed } = new PlanReview().look(on.value);
    const json = (found: Finding) => findingJson(found, on.value);
    return ok({
      json: {
        findings: open.map(json),
        accepted: accepted.map(({ found, reason }) => ({ ...json(found), reason })),
      },
      text: [
        ...open.map((found) => findingLine(found, on.value)),
        message('cli.checked', { open: open.length, accepted: accepted.length, passed: passed.length }),
      ].join('\n'),
    });
  },
};

function onForm(plan: Plan, form: FormId): Result<PlanOnForm> {
  const totals = Totals.of(plan);
  if (!totals.ok) return totals;
  const layout = layoutForm(formById(form), plan, totals.value.shape);
  return ok({ plan, totals: totals.value, layout, printed: AS_OFFICIAL });
}

function findingJson(found: Finding, { plan, layout }: PlanOnForm) {
  const { code, severity, difference } = found;
  return {
    code,
    severity,
    message: findingText(found, plan.header.unit),
    difference: difference === null ? null : `${difference}`,
    cells: cellsOf(layout, found).map(({ line, column }) => ({ row: layout.lines[line]?.code, column })),
  };
}

const SIGNS = { error: '✖', warning: '⚠', information: 'ℹ' } as const;

function findingLine(found: Finding, { plan, layout }: PlanOnForm): string {
  const [cell] = cellsOf(layout, found);
  const line = cell && layout.lines[cell.line];
  const place = line ? `${line.ordinal} ${line.name}`.trim() : plan.header.title;
  return `${SIGNS[found.severity]} ${place}: ${findingText(found, plan.header.unit)}`;
}
