import type { HistoryEntry } from '../../../../shared/api/contract.ts';
import { wordLabel } from '../../../../shared/messages/change-label.ts';
import { message } from '../../../../shared/messages/message.ts';
import { ok } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `history`: who changed what when. */
export const historyCommand: Command = {
  name: 'history',
  operands: ['PLAN'],
  options: [],
  flags: [],
  run: async (given, planner) => {
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const entries = await planner.history({ plan: opened.value.plan.id });
    if (!entries.ok) return entries;
    const changes = entries.value.map((entry) => {
      const { sequence, at, by, undoes } = entry;
      return { sequence, at, by, label: labelOf(entry), undoes };
    });
    const lines = changes.map(({ sequence, at, by, label }) => [`${sequence}`, at, by, label]);
    return ok({ json: { changes }, text: inColumns(lines, (at) => at === 0) });
  },
};

function labelOf({ kind, label }: HistoryEntry): string {
  const text = wordLabel(label);
  if (kind === 'undo') return message('history.undo', { label: text });
  if (kind === 'redo') return message('history.redo', { label: text });
  return text;
}

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
    const lines = revisions.value.map(({ label, sequence, at }) => [`${sequence}`, at, label]);
    return ok({ json: { revisions: revisions.value }, text: inColumns(lines, (at) => at === 0) });
  },
};

/** `revise`: names the plan as it is now. */
export const reviseCommand: Command = {
  name: 'revise',
  operands: ['PLAN'],
  options: ['label'],
  flags: [],
  run: async (given, planner) => {
    const label = given.text('label');
    if (!label.ok) return label;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const made = await planner.revise({ plan: opened.value.plan.id, label: label.value });
    if (!made.ok) return made;
    return ok({ json: made.value, text: `${made.value.sequence}  ${made.value.label}` });
  },
};
