import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';

/** Names the plan as it stands: what is changed later is marked against it. */
export function ReviseDialog({ onRevised, onClose }: { onRevised(): void; onClose(): void }) {
  const { t, refusal } = useText();
  const { session, host, notify } = usePlanContext();
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (label.trim() === '') {
      setWrong(t('revise.needsName'));
      return;
    }
    await session.settled();
    const answer = await host.planner.revise({ plan: session.store.getState().plan.id, label: label.trim() });
    if (!answer.ok) {
      setWrong(refusal(answer.refusal));
      return;
    }
    notify(t('revise.done', { label: answer.value.label }));
    onRevised();
    onClose();
  };
  return (
    <FormDialog
      title={t('plan.revise')}
      submit={t('common.save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('revise.about')}</p>
      <Field label={t('revise.name')} {...(wrong ? { validationMessage: wrong } : {})}>
        <Input autoFocus value={label} onChange={(_, { value }) => setLabel(value)} />
      </Field>
    </FormDialog>
  );
}
