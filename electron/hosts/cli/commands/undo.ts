import { wordLabel } from '../../../../shared/messages/change-label.ts';
import { ok } from '../../../../shared/refusal.ts';
import type { Answer, Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `undo` and `redo`: as in the grid, over the plan's stored history. */
function stepCommand(name: 'undo' | 'redo'): Command {
  return {
    name,
    operands: ['PLAN'],
    options: [],
    flags: [],
    run: async (given, planner) => {
      const opened = await findPlan(planner, given.operand('PLAN'));
      if (!opened.ok) return opened;
      const { plan, sequence } = opened.value;
      const made = await planner[name]({ plan: plan.id, baseSequence: sequence });
      return made.ok ? ok(stepAnswer(made.value.sequence, wordLabel(made.value.label))) : made;
    },
  };
}

export const undoCommand = stepCommand('undo');
export const redoCommand = stepCommand('redo');

/** What every command that changes a plan answers. */
export function stepAnswer(sequence: number, label: string): Answer {
  return { json: { sequence, label }, text: `${sequence}  ${label}` };
}
