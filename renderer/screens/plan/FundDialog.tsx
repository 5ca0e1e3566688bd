import { UNIT_NAME } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { FundQuestion } from '../../grid/commit.ts';
import { useText } from '../../i18n/text.ts';
import { report } from './actions/report.ts';
import { usePlanContext } from './actions/use-action-state.ts';
import { Question } from './Question.tsx';

/** An amount was typed into a year that its source does not fund. */
export function FundDialog({ question, onClose }: { question: FundQuestion; onClose(): void }) {
  const { t } = useText();
  const context = usePlanContext();
  const { source, year, amount, accept } = question;
  const { unit } = context.session.store.getState().plan.header;
  const text = `${writeAmount(amount, unit)} ${UNIT_NAME[unit]}`;
  return (
    <Question
      title={t('fund.title', { year })}
      text={t('fund.text', { source, year, amount: text })}
      choices={[{ text: t('fund.add', { year }), act: () => report(context, accept()) }]}
      onClose={onClose}
    />
  );
}
