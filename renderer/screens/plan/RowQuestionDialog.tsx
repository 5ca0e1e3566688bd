import { dong } from '../../../shared/money/dong.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { useText } from '../../i18n/text.ts';
import { Question } from './Question.tsx';
import type { RowQuestion } from './use-row-commands.ts';

/** Where the money of a row goes when rows are added, moved or removed around it. */
export function RowQuestionDialog({ question, onClose }: { question: RowQuestion; onClose(): void }) {
  const { t } = useText();
  if (question.kind !== 'remove') {
    return (
      <Question
        title={t('child.title', { row: question.title })}
        text={t(question.kind === 'child' ? 'child.text' : 'child.indentText')}
        choices={[{ text: t('child.insert'), act: question.accept }]}
        onClose={onClose}
      />
    );
  }
  const amount = writeAmount(dong(question.amount), 'dong');
  const sentence = t('remove.text', { amount, unit: ' đồng', count: question.children });
  const keep = { text: t('remove.keepAmounts'), act: question.acceptKeeping };
  const drop = { text: t('remove.confirm'), act: question.accept };
  return (
    <Question
      title={t('remove.title', { row: question.title })}
      text={
        question.parent === null
          ? sentence
          : `${sentence} ${t('remove.lastChild', { parent: question.parent })}`
      }
      choices={question.parent === null ? [drop] : [keep, drop]}
      onClose={onClose}
    />
  );
}
