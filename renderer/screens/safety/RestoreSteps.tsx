import type { Output } from '../../../shared/api/contract.ts';
import { message } from '../../../shared/messages/message.ts';
import { wordRestore } from '../../../shared/messages/restore.ts';
import { useText } from '../../i18n/text.ts';

/** What taking a backup back would change, before it does. */
export function RestorePreview({ restore }: { readonly restore: Output<'previewRestore'> }) {
  const { t } = useText();
  return (
    <>
      <p>{t('backups.previewAbout')}</p>
      <Lines restore={restore} />
    </>
  );
}

/** What it did change, and where what there was before is kept. */
export function RestoreDone({ restored, undo }: Output<'restoreBackup'>) {
  const { locale } = useText();
  return (
    <>
      <Lines restore={restored} />
      <p>{message('restore.undo', { name: undo.name }, locale)}</p>
    </>
  );
}

function Lines({ restore }: { readonly restore: Output<'previewRestore'> }) {
  const { locale } = useText();
  return (
    <ul>
      {wordRestore(restore, locale).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
