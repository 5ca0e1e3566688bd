import { UNIT_NAME, type Unit } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { FundQuestion } from '../../grid/commit.ts';
import { useText } from '../../i18n/text.ts';
import { Question } from './Question.tsx';

/** An amount was typed into a year that its source does not fund. */
export function FundDialog(props: { question: FundQuestion; unit: Unit; onClose(): void }) {
  const { t } = useText();
  const { source, year, amount, accept } = props.question;
  const text = `${writeAmount(amount, props.unit)} ${UNIT_NAME[props.unit]}`;
  return (
    <Question
      title={t('fund.title', { year })}
      text={t('fund.text', { source, year, amount: text })}
      choices={[{ text: t('fund.add', { year }), act: accept }]}
      onClose={props.onClose}
    />
  );
}
