import { writeAmount } from '../../../shared/money/write.ts';
import { useText } from '../../i18n/text.ts';
import { Question } from './Question.tsx';
import type { RowQuestion } from './row-question.ts';

/** Where the money of rows goes when rows are added, moved or removed around it. */
export function RowQuestionDialog({ question, onClose }: { question: RowQuestion; onClose(): void }) {
  const { t } = useText();
  if (question.kind === 'opened') {
    const { titles, byInsert, accept } = question;
    return (
      <Question
        title={t('child.title', { row: titles.join('; ') })}
        text={t(byInsert ? 'child.text' : 'child.indentText')}
        choices={[{ text: t('child.insert'), act: accept }]}
        onClose={onClose}
      />
    );
  }
  const { title, count, sum, takers } = question;
  const sentence = t('remove.text', { amount: writeAmount(sum, 'dong'), unit: ' đồng', count });
  const keep = { text: t('remove.keepAmounts'), act: question.acceptKeeping };
  const drop = { text: t('remove.confirm'), act: question.accept };
  return (
    <Question
      title={t('remove.title', { row: title })}
      text={
        takers.length === 0 ? sentence : `${sentence} ${t('remove.lastChild', { parent: takers.join('; ') })}`
      }
      choices={takers.length === 0 ? [drop] : [keep, drop]}
      onClose={onClose}
    />
  );
}
