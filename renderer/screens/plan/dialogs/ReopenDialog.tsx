import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { REOPENING_KINDS, type ReopeningKind } from '../../../../shared/api/revisions.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';

/** Opens an approved plan again: what for, and why. */
export function ReopenDialog({ onClose }: { onClose(): void }) {
  const { t, refusal } = useText();
  const { session, host, notify } = usePlanContext();
  const { approval, plan } = session.store.getState();
  const [kind, setKind] = useState<ReopeningKind>('adjust');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    if (reason.trim() === '') {
      setWrong(t('approval.needsReason'));
      return;
    }
    const answer = await host.planner
      .reopen({ plan: plan.id, kind, reason: reason.trim() })
      .catch(() => null);
    if (!answer?.ok) {
      setWrong(refusal(answer?.refusal ?? { code: 'session.hostGone', params: {} }));
      return;
    }
    session.store.setState({ approval: answer.value });
    notify(t('approval.opened', { label: answer.value.label }));
    onClose();
  };
  return (
    <FormDialog
      title={t('approval.openTitle')}
      submit={t('approval.submit')}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <p>{t('approval.about', { label: approval?.label ?? '' })}</p>
      <Field label={t('approval.kind')}>
        <RadioGroup
          value={kind}
          onChange={(_, { value }) => setKind(REOPENING_KINDS.find((one) => one === value) ?? kind)}
        >
          {REOPENING_KINDS.map((one) => (
            <Radio key={one} value={one} label={refusal({ code: `revision.${one}`, params: {} })} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('approval.reason')} {...(wrong ? { validationMessage: wrong } : {})}>
        <Input autoFocus maxLength={2000} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
}
