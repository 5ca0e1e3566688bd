import { wordHistory } from '../../../../shared/messages/history-line.ts';
import { ok } from '../../../../shared/refusal.ts';
import { inColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { findPlan, findRow } from '../find.ts';

const LONGEST_SEARCH = 500;

/** `history`: who changed what when; only what says something, or touches a row. */
export const historyCommand: Command = {
  name: 'history',
  operands: ['PLAN'],
  options: ['search', 'row'],
  flags: [],
  run: async (given, planner) => {
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const { plan } = opened.value;
    const [search, rowText] = [given.option('search'), given.option('row')];
    const row = rowText === undefined ? null : findRow(plan, rowText);
    if (row && !row.ok) return row;
    const entries = await planner.history({
      plan: plan.id,
      ...(search === undefined ? {} : { search: search.slice(0, LONGEST_SEARCH) }),
      ...(row ? { row: row.value.id } : {}),
    });
    if (!entries.ok) return entries;
    const changes = entries.value.map((entry) => {
      const { sequence, at, by, undoes } = entry;
      return { sequence, at, by, label: wordHistory(entry), undoes };
    });
    const lines = changes.map(({ sequence, at, by, label }) => [`${sequence}`, at, by, label]);
    return ok({ json: { changes }, text: inColumns(lines, (at) => at === 0) });
  },
};
