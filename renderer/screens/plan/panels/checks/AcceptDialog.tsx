import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { findingKey, saysOf } from '../../../../../shared/checks/acceptance.ts';
import type { Finding } from '../../../../../shared/checks/finding.ts';
import { findingText } from '../../../../../shared/messages/finding-text.ts';
import { acceptFinding } from '../../../../../shared/plan/gesture/review.ts';
import { useText } from '../../../../i18n/text.ts';
import { FormDialog } from '../../../FormDialog.tsx';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** Why a finding is right as it is: kept with the plan, and shown with the finding. */
export function AcceptDialog({ found, onClose }: { readonly found: Finding; onClose(): void }) {
  const { t, locale, refusal } = useText();
  const { session } = usePlanContext();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const accept = (): void => {
    if (reason.trim() === '') {
      setWrong(t('checks.needsReason'));
      return;
    }
    const result = session.dispatch(acceptFinding(findingKey(found), saysOf(found), reason));
    if (result.ok) onClose();
    else setWrong(refusal(result.refusal));
  };
  return (
    <FormDialog
      title={t('checks.acceptTitle')}
      submit={t('checks.acceptNow')}
      onSubmit={accept}
      onClose={onClose}
    >
      <p>{findingText(found, session.store.getState().plan.header.unit, locale)}</p>
      <Field label={t('checks.reason')} {...(wrong ? { validationMessage: wrong } : {})}>
        <Textarea
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            accept();
          }}
        />
      </Field>
    </FormDialog>
  );
}
