import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { wordHelpReport } from '../../../shared/messages/help-report.ts';
import type { PlanId } from '../../../shared/plan/ids.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useSavedFile } from '../use-saved-file.ts';

interface HelpReportDialogProps {
  readonly host: Host;
  /** The open plan, which goes along only where the officer says so; null where none is open. */
  readonly plan: PlanId | null;
  onSaved(name: string): void;
  onClose(): void;
}

/** What happened to the program, packed for whoever helps: what is in it, what is not, and a file to save. */
export function HelpReportDialog({ host, plan, onSaved, onClose }: HelpReportDialogProps) {
  const { t, locale } = useText();
  const [withPlan, setWithPlan] = useState(false);
  const { busy, wrong, save } = useSavedFile(host);
  const { parts, without } = wordHelpReport(withPlan, locale);

  const send = async (): Promise<void> => {
    const name = await save(() => host.planner.exportHelpReport({ plan: withPlan ? plan : null }));
    if (name === null) return;
    onSaved(name);
    onClose();
  };

  return (
    <FormDialog
      title={t('helpReport.title')}
      submit={t('helpReport.save')}
      disabled={busy}
      onSubmit={() => void send()}
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
