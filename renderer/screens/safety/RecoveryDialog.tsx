import type { Recovery } from '../../../shared/api/recovery.ts';
import { wordRecovery } from '../../../shared/messages/recovery.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';

interface RecoveryDialogProps {
  readonly recovery: Recovery;
  onRead(): void;
  onClose(): void;
}

/** How a damaged library was put together again, to the last change that is missing. */
export function RecoveryDialog({ recovery, onRead, onClose }: RecoveryDialogProps) {
  const { t, locale } = useText();
  return (
    <FormDialog
      title={t('safety.recoveryTitle')}
      submit={t('session.read')}
      leave={t('common.close')}
      onSubmit={onRead}
      onClose={onClose}
    >
      <ul>
        {wordRecovery(recovery, locale).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
