import { message } from '../../../../shared/messages/message.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { readText } from '../../../../shared/prose/read-text.ts';
import type { SumCheck, TextReading } from '../../../../shared/prose/text-reading.ts';
import { ok } from '../../../../shared/refusal.ts';
import type { Command } from '../command.ts';
import { readWordingFile, textNotices, unreadJson, unreadWords } from '../read-wording-file.ts';

/** `read-text`: the amounts of a .txt or .docx, and every total in it that its parts do or do not make. */
export const readTextCommand: Command = {
  name: 'read-text',
  operands: ['FILE'],
  options: [],
  flags: [],
  run: async (given, planner, folder) => {
    const wording = await readWordingFile(planner, folder, given.operand('FILE'));
    if (!wording.ok) return wording;
    const reading = readText(wording.value.text);
    const notices = textNotices(wording.value, reading);
    return ok({ json: { ...readingJson(reading), notices }, text: readingText(reading, notices) });
  },
};

function readingJson({ amounts, checks, unread }: TextReading) {
  return {
    amounts: amounts.map(({ text, dong, start, end, label, hedge, words, per }) => ({
      text,
      dong: `${dong}`,
      start,
      end,
      label,
      hedge: hedge?.text ?? null,
      ...(words ? { words: { text: words.text, dong: `${words.dong}`, agrees: words.agrees } } : {}),
      ...(per === null ? {} : { per }),
    })),
    checks: checks.map(({ total, parts, holds, difference, exact, roundingExplains }) => ({
      total,
      parts,
      holds,
      difference: `${difference}`,
      exact,
      ...(roundingExplains ? { roundingExplains } : {}),
    })),
    unread: unread.map(unreadJson),
  };
}

function readingText(reading: TextReading, notices: readonly string[]): string {
  const { amounts, checks, unread } = reading;
  return [
    ...notices,
    ...amounts.map(({ text, label, hedge }) => `${label}: ${hedge ? `${hedge.text} ` : ''}${text}`),
    ...amounts
      .filter(({ words }) => words?.agrees === false)
      .map(({ text, words }) => message('prose.wordsDiffer', { text, words: words?.text ?? '' })),
    ...checks.map((check) => checkText(check, reading)),
    ...unread.map(unreadWords),
  ].join('\n');
}

function checkText(
  { total, parts, holds, difference, exact, roundingExplains }: SumCheck,
  { amounts }: TextReading,
): string {
  const printed = (at: number): string => amounts[at]?.text ?? '';
  const params = { total: printed(total), parts: parts.map(printed).join(' + ') };
  if (holds) return message(exact ? 'prose.sumHolds' : 'prose.sumRespectsHedge', params);
  const off = writeAmount(difference, 'dong');
  return message(roundingExplains ? 'prose.sumRounded' : 'prose.sumFails', { ...params, difference: off });
}
