import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { wordHelpReport } from '../../../shared/messages/help-report.ts';
import type { PlanId } from '../../../shared/plan/ids.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';

interface HelpReportDialogProps {
  readonly host: Host;
  /** The open plan, which goes along only where the officer says so; null where none is open. */
  readonly plan: PlanId | null;
  onSaved(name: string): void;
  onClose(): void;
}

/** What happened to the program, packed for whoever helps: what is in it, what is not, and a file to save. */
export function HelpReportDialog({ host, plan, onSaved, onClose }: HelpReportDialogProps) {
  const { t, locale, refusal } = useText();
  const [withPlan, setWithPlan] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { parts, without } = wordHelpReport(withPlan, locale);

  const save = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const answer = await host.planner.exportHelpReport({ plan: withPlan ? plan : null }).catch(() => null);
    setBusy(false);
    if (!answer?.ok) {
      setWrong(answer ? refusal(answer.refusal) : t('app.hostGone'));
      return;
    }
    const { name, bytes } = answer.value;
    if (!(await host.saveFile(name, bytes))) return;
    onSaved(name);
    onClose();
  };

  return (
    <FormDialog
      title={t('helpReport.title')}
      submit={t('helpReport.save')}
      disabled={busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div>
        <p>{t('helpReport.about')}</p>
        <ul>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p aria-live="polite">{without}</p>
      </div>
      {plan !== null && (
        <Checkbox
          label={t('helpReport.withPlan')}
          checked={withPlan}
          onChange={(_, { checked }) => setWithPlan(checked === true)}
        />
      )}
      {wrong !== null && <p role="alert">{wrong}</p>}
    </FormDialog>
  );
}
