import { Totals } from '../../../../shared/engine/totals.ts';
import { message } from '../../../../shared/messages/message.ts';
import type { RowId } from '../../../../shared/plan/ids.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { readText } from '../../../../shared/prose/read-text.ts';
import type { TextReading } from '../../../../shared/prose/text-reading.ts';
import { amountWording, differenceWording } from '../../../../shared/reconcile/wording/amount-wording.ts';
import { type Held, type Holding, holdAgainst } from '../../../../shared/reconcile/wording/hold.ts';
import { placeName } from '../../../../shared/reconcile/wording/place-name.ts';
import { ok } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';
import { readWordingFile, textNotices, unreadJson, unreadWords } from '../read-wording-file.ts';

/** `reconcile`: a plan held against the wording of a decision. */
export const reconcileCommand: Command = {
  name: 'reconcile',
  operands: ['PLAN'],
  options: ['text'],
  flags: [],
  run: async (given, planner, folder) => {
    const file = given.required('text');
    if (!file.ok) return file;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const wording = await readWordingFile(planner, folder, file.value);
    if (!wording.ok) return wording;
    const { plan } = opened.value;
    const totals = Totals.of(plan);
    if (!totals.ok) return totals;
    const reading = readText(wording.value.text);
    const holding = holdAgainst(plan, totals.value, reading);
    const notices = textNotices(wording.value, reading);
    return ok({
      json: { ...holdingJson(plan, reading, holding), notices },
      text: holdingText(plan, reading, holding, notices),
    });
  },
};

function holdingJson(plan: Plan, reading: TextReading, holding: Holding) {
  const codeOf = (row: RowId | null): string | null => plan.rows.find(({ id }) => id === row)?.code ?? null;
  const printed = (amount: number) => {
    const { text, start, end } = reading.amounts[amount] ?? { text: '', start: 0, end: 0 };
    return { text, start, end };
  };
  return {
    matched: holding.matched.length,
    differences: holding.differences.map(
      ({ amount, row, source, capital, years, dong, plan: own, difference, ...more }) => ({
        ...printed(amount),
        dong: `${dong}`,
        row: codeOf(row),
        source,
        capital,
        years,
        plan: own === null ? { mixed: true } : `${own}`,
        difference: `${difference}`,
        ...(more.implied ? { implied: true } : {}),
        ...(more.roundingExplains ? { roundingExplains: true } : {}),
      }),
    ),
    causes: holding.causes,
    onlyInText: holding.onlyInText.map(({ amount, why }) => ({
      ...printed(amount),
      dong: `${reading.amounts[amount]?.dong ?? 0n}`,
      label: reading.amounts[amount]?.label ?? '',
      code: why,
      why: message(why),
    })),
    onlyInPlan: holding.onlyInPlan.map(({ row, source, plan: own }) => ({
      row: codeOf(row),
      source,
      plan: `${own}`,
    })),
    unread: holding.unread.map(unreadJson),
    questions: holding.questions.map(({ text, start, end, byNumber, byName }) => ({
      text,
      start,
      end,
      byNumber: codeOf(byNumber),
      byName: codeOf(byName),
    })),
  };
}

function holdingText(
  plan: Plan,
  { amounts }: TextReading,
  holding: Holding,
  notices: readonly string[],
): string {
  const differs = (held: Held): string =>
    message(held.implied ? 'reconcile.leftOut' : 'reconcile.differs', {
      place: placeName(plan, held),
      stated: amounts[held.amount]?.text ?? '',
      plan: held.plan === null ? '≠' : amountWording(held.plan),
      difference: differenceWording(held.difference),
    });
  return [
    ...notices,
    message('reconcile.summary', {
      matched: holding.matched.length,
      differences: holding.differences.length,
    }),
    ...holding.causes.flatMap(({ difference, breaks }) =>
      [difference, ...breaks].flatMap((at, index) => {
        const held = holding.differences[at];
        return held ? [`${index === 0 ? '' : '  '}${differs(held)}`] : [];
      }),
    ),
    ...holding.onlyInText.map(
      ({ amount, why }) =>
        `${amounts[amount]?.label ?? ''}: ${amounts[amount]?.text ?? ''} — ${message(why)}`,
    ),
    ...holding.onlyInPlan.map(({ row, source, plan: own }) =>
      message('reconcile.uncovered', {
        place: placeName(plan, { row, source, capital: 'all', years: 'period' }),
        plan: amountWording(own),
      }),
    ),
    ...holding.questions.map(({ text }) => `${text} — ${message('reconcile.contradiction')}`),
    ...holding.unread.map(unreadWords),
  ].join('\n');
}
