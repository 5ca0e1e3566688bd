import { UNIT_NAME } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { FundQuestion } from '../../grid/commit.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { Question } from './Question.tsx';

/** An amount was typed into a year that its source does not fund. */
export function FundDialog(props: { session: Session; question: FundQuestion; onClose(): void }) {
  const { t } = useText();
  const { source, year, amount, accept } = props.question;
  const { unit } = props.session.store.getState().plan.header;
  const text = `${writeAmount(amount, unit)} ${UNIT_NAME[unit]}`;
  return (
    <Question
      title={t('fund.title', { year })}
      text={t('fund.text', { source, year, amount: text })}
      choices={[{ text: t('fund.add', { year }), act: accept }]}
      onClose={props.onClose}
    />
  );
}
