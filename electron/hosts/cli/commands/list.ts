import { message } from '../../../../shared/messages/message.ts';
import { UNIT_NAME } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { ok } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';

/** `list`: the library's plans, the last changed first. */
export const listCommand: Command = {
  name: 'list',
  operands: [],
  options: [],
  flags: [],
  run: async (_given, planner) => {
    const answer = await planner.listPlans({});
    if (!answer.ok) return answer;
    const plans = answer.value.map(({ id, title, programme, period, total, changed }) => {
      return { id, title, programme: programme.id, ...period, total: `${total}`, changed };
    });
    const lines = answer.value.map(({ id, title, period, total }) => [
      id,
      `${period.first} - ${period.last}`,
      `${writeAmount(total, 'trieu')} ${UNIT_NAME.trieu}`,
      title,
    ]);
    return ok({
      json: { plans },
      text: lines.length === 0 ? message('cli.noPlans') : inColumns(lines, (at) => at === 2),
    });
  },
};
