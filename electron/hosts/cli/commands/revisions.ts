import { REOPENING_KINDS, type Revision } from '../../../../shared/api/revisions.ts';
import { message } from '../../../../shared/messages/message.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `revisions`: the named points of a plan's history. */
export const revisionsCommand: Command = {
  name: 'revisions',
  operands: ['PLAN'],
  options: [],
  flags: [],
  run: async (given, planner) => {
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const revisions = await planner.revisions({ plan: opened.value.plan.id });
    if (!revisions.ok) return revisions;
    return ok({
      json: { revisions: revisions.value },
      text: inColumns(revisions.value.map(lineOf), (at) => at === 0),
    });
  },
};

/** `revise`: names the plan as it is now, as a draft, as sent up or as approved. */
export const reviseCommand: Command = {
  name: 'revise',
  operands: ['PLAN'],
  options: ['label', 'note'],
  flags: ['approve', 'submit'],
  run: async (given, planner) => {
    const label = given.text('label');
    if (!label.ok) return label;
    if (given.flag('approve') && given.flag('submit')) return refuse('cli.oneStage');
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const made = await planner.revise({
      plan: opened.value.plan.id,
      label: label.value,
      stage: given.flag('approve') ? 'approved' : given.flag('submit') ? 'submitted' : 'draft',
      note: given.option('note') ?? '',
    });
    return made.ok ? ok({ json: made.value, text: `${made.value.sequence}  ${made.value.label}` }) : made;
  },
};

/** `reopen`: an approved plan may be changed again, for a reason. */
export const reopenCommand: Command = {
  name: 'reopen',
  operands: ['PLAN'],
  options: ['kind', 'reason'],
  flags: [],
  run: async (given, planner) => {
    const needed = given.required('kind');
    if (!needed.ok) return needed;
    const kind = given.choice('kind', REOPENING_KINDS);
    if (!kind.ok) return kind;
    const reason = given.text('reason');
    if (!reason.ok) return reason;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { id } = opened.value.plan;
    const made = await planner.reopen({ plan: id, kind: kind.value ?? 'adjust', reason: reason.value });
    return made.ok ? ok({ json: made.value, text: lineOf(made.value).join('  ') }) : made;
  },
};

function lineOf({ sequence, at, by, stage, label, note, reopened }: Revision): string[] {
  const opened = reopened
    ? message('revision.reopened', {
        kind: message(`revision.${reopened.kind}`),
        by: reopened.by,
        reason: reopened.reason,
      })
    : '';
  return [
    `${sequence}`,
    at,
    by,
    message(`revision.${stage}`),
    label,
    [note, opened].filter(Boolean).join('; '),
  ];
}
