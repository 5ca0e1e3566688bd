import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { SHORTEST_PASSWORD } from '../../../../shared/api/plan-files.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';

/** The plan as a file for a colleague: with its history or not, with a password or none. */
export function HandOverDialog({ onClose }: { onClose(): void }) {
  const { t, refusal } = useText();
  const { session, host, notify } = usePlanContext();
  const [history, setHistory] = useState(false);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (): Promise<void> => {
    if (password !== again) {
      setWrong(t('handOver.differ'));
      return;
    }
    setBusy(true);
    await session.settled();
    const { id } = session.store.getState().plan;
    const asked = { plan: id, history, ...(password === '' ? {} : { password }) };
    const answer = await host.planner.exportPlanFile(asked).catch(() => null);
    setBusy(false);
    if (!answer?.ok) {
      setWrong(answer ? refusal(answer.refusal) : t('app.hostGone'));
      return;
    }
    const { name, bytes } = answer.value;
    if (!(await host.saveFile(name, bytes))) return;
    notify(t('plan.exported', { name }));
    onClose();
  };

  return (
    <FormDialog
      title={t('handOver.title')}
      submit={t('handOver.save')}
      disabled={busy}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('handOver.about')}</p>
      <Checkbox
        label={t('handOver.history')}
        checked={history}
        onChange={(_, { checked }) => setHistory(checked === true)}
      />
      <Field label={t('handOver.password', { least: SHORTEST_PASSWORD })}>
        <Input
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(_, { value }) => setPassword(value)}
        />
      </Field>
      <Field label={t('handOver.again')} {...(wrong ? { validationMessage: wrong } : {})}>
        <Input
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={(_, { value }) => setAgain(value)}
        />
      </Field>
      <p>{t('handOver.protects')}</p>
    </FormDialog>
  );
}
