import type { OpenPlan } from '../../../../shared/api/contract.ts';
import { ok } from '../../../../shared/refusal.ts';
import type { Answer, Command } from '../command.ts';
import { readYear } from '../find.ts';

/** `new`: an empty plan of a programme. */
export const newCommand: Command = {
  name: 'new',
  operands: [],
  options: ['programme', 'title', 'first', 'last', 'locality'],
  flags: [],
  run: async (given, planner) => {
    const programme = given.required('programme');
    if (!programme.ok) return programme;
    const title = given.text('title');
    if (!title.ok) return title;
    const [firstText, lastText] = [given.required('first'), given.required('last')];
    if (!firstText.ok) return firstText;
    if (!lastText.ok) return lastText;
    const first = readYear('--first', firstText.value);
    if (!first.ok) return first;
    const last = readYear('--last', lastText.value);
    if (!last.ok) return last;
    const locality = given.option('locality') === undefined ? ok('') : given.text('locality');
    if (!locality.ok) return locality;
    const made = await planner.createPlan({
      programme: programme.value,
      title: title.value,
      period: { first: first.value, last: last.value },
      locality: locality.value,
    });
    return made.ok ? ok(madePlan(made.value, [])) : made;
  },
};

/** `sample`: a new plan from a built-in record. */
export const sampleCommand: Command = {
  name: 'sample',
  operands: ['NAME'],
  options: [],
  flags: [],
  run: async (given, planner) => {
    const made = await planner.createSample({ sample: given.operand('NAME') });
    return made.ok ? ok(madePlan(made.value, [])) : made;
  },
};

/** What every command that makes a plan answers: its id stands alone on the first line, for scripts. */
export function madePlan({ plan }: OpenPlan, issues: readonly { message: string }[]): Answer {
  const { id, header } = plan;
  return {
    json: { id, title: header.title, issues },
    text: [id, header.title, ...issues.map((issue) => issue.message)].join('\n'),
  };
}
