import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { SHORTEST_PASSWORD } from '../../../../shared/api/plan-files.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { useSavedFile } from '../../use-saved-file.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

/** The plan as a file for a colleague: with its history or not, with a password or none. */
export function HandOverDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const { session, host, notify } = usePlanContext();
  const [history, setHistory] = useState(false);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { busy, wrong, setWrong, save } = useSavedFile(host);

  const send = async (): Promise<void> => {
    if (password !== again) {
      setWrong(t('handOver.differ'));
      return;
    }
    const name = await save(async () => {
      await session.settled();
      const { id } = session.store.getState().plan;
      const asked = { plan: id, history, ...(password === '' ? {} : { password }) };
      return host.planner.exportPlanFile(asked);
    });
    if (name === null) return;
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
