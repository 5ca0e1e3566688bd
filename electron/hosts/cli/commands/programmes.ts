import { message } from '../../../../shared/messages/message.ts';
import { planId, year } from '../../../../shared/plan/ids.ts';
import { ordinalsOf } from '../../../../shared/plan/ordinals.ts';
import { outlineOf } from '../../../../shared/plan/outline.ts';
import { newPlan } from '../../../../shared/programmes/new-plan.ts';
import type { ProgrammeTemplate } from '../../../../shared/programmes/programme.ts';
import { ok } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';

/** `programmes`: the structures that are built in, with what no source text confirmed marked. */
export const programmesCommand: Command = {
  name: 'programmes',
  operands: [],
  options: [],
  flags: [],
  run: async (_given, planner) => {
    const templates = await planner.programmes({});
    if (!templates.ok) return templates;
    const programmes = templates.value.map(described);
    const text = programmes.flatMap(({ id, title, rows }) => [
      `${id}  ${title}`,
      ...rows.map(({ level, ordinal, code, name, confirmed }) => {
        const mark = confirmed ? [] : [message('cli.unconfirmedName')];
        return '  '.repeat(level) + [ordinal, code, name, ...mark].join('  ');
      }),
      '',
    ]);
    return ok({ json: { programmes }, text: text.join('\n').trimEnd() });
  },
};

function described(template: ProgrammeTemplate) {
  const { id, title } = template;
  const period = { first: year(template.period.first), last: year(template.period.last) };
  const plan = newPlan(template, { id: planId(id), title, period, locality: '' });
  if (!plan.ok) throw new Error(`programme ${id} makes no plan: ${plan.refusal.code}`);
  const { rows, programme } = plan.value;
  const ordinals = ordinalsOf(rows, programme.levels);
  const { level } = outlineOf(rows);
  return {
    id,
    title,
    rows: rows.map(({ code, name, investment, confirmed }, at) => {
      return { code, ordinal: ordinals[at] ?? '', name, level: level[at] ?? 1, investment, confirmed };
    }),
  };
}
