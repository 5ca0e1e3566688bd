import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { REVISION_STAGES, type RevisionStage } from '../../../../shared/api/revisions.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';
import { RevisionList } from './RevisionList.tsx';

/** Names the plan as it stands: what is changed later is marked against it. */
export function ReviseDialog({ onRevised, onClose }: { onRevised(): void; onClose(): void }) {
  const { t, refusal } = useText();
  const { session, host, notify } = usePlanContext();
  const [label, setLabel] = useState('');
  const [stage, setStage] = useState<RevisionStage>('draft');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (label.trim() === '') {
      setWrong(t('revise.needsName'));
      return;
    }
    await session.settled();
    const { plan } = session.store.getState();
    const answer = await host.planner
      .revise({ plan: plan.id, label: label.trim(), stage, note: note.trim() })
      .catch(() => null);
    if (!answer?.ok) {
      setWrong(refusal(answer?.refusal ?? { code: 'session.hostGone', params: {} }));
      return;
    }
    if (answer.value.approved) session.store.setState({ approval: answer.value });
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
        <Input autoFocus maxLength={500} value={label} onChange={(_, { value }) => setLabel(value)} />
      </Field>
      <Field label={t('revise.stage')} {...(stage === 'approved' ? { hint: t('revise.protects') } : {})}>
        <RadioGroup
          layout="horizontal"
          value={stage}
          onChange={(_, { value }) => setStage(REVISION_STAGES.find((one) => one === value) ?? stage)}
        >
          {REVISION_STAGES.map((one) => (
            <Radio key={one} value={one} label={refusal({ code: `revision.${one}`, params: {} })} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('revise.note')} hint={t('revise.noteHint')}>
        <Input maxLength={2000} value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <RevisionList />
    </FormDialog>
  );
}
