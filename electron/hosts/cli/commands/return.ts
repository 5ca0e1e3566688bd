import { wordLabel } from '../../../../shared/messages/change-label.ts';
import { goBack } from '../../../../shared/plan/gesture/go-back.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';
import { stepAnswer } from './undo.ts';

/** `return`: the plan as it was after a row of its history, by a new change. */
export const returnCommand: Command = {
  name: 'return',
  operands: ['PLAN'],
  options: ['to'],
  flags: [],
  run: async (given, planner) => {
    const to = given.required('to');
    if (!to.ok) return to;
    if (!/^\d{1,9}$/.test(to.value)) return refuse('cli.badSequence', { option: '--to', text: to.value });
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan, sequence: baseSequence } = opened.value;
    const sequence = Number(to.value);
    const then = await planner.planAt({ plan: plan.id, sequence });
    if (!then.ok) return then;
    const change = goBack(plan, then.value, sequence);
    if (!change) return refuse('history.alreadyThere', { sequence });
    const made = await planner.applyChange({ plan: plan.id, baseSequence, change });
    return made.ok ? ok(stepAnswer(made.value.sequence, wordLabel(made.value.label))) : made;
  },
};
