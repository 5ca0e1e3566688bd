import { Button, Spinner } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import { printDateTime } from '../../i18n/dates.ts';
import { type TextKey, useText } from '../../i18n/text.ts';

interface BackupListProps {
  readonly backups: Output<'backups'> | null;
  readonly busy: boolean;
  onMake(): void;
  onCopy(): void;
  onFile(): void;
  onRestore(name: string): void;
}

/** The backups that there are, newest first, and what can be done with one or with a new one. */
export function BackupList({ backups, busy, onMake, onCopy, onFile, onRestore }: BackupListProps) {
  const { t, locale } = useText();
  return (
    <>
      <p>{t('backups.about')}</p>
      <div className="backup-actions">
        <Button appearance="primary" disabledFocusable={busy} onClick={onMake}>
          {t('backups.make')}
        </Button>
        <Button disabledFocusable={busy} onClick={onCopy}>
          {t('backups.copy')}
        </Button>
        <Button disabledFocusable={busy} onClick={onFile}>
          {t('backups.fromFile')}
        </Button>
      </div>
      {!backups && <Spinner size="tiny" label={t('app.loading')} />}
      {backups?.length === 0 && <p>{t('backups.none')}</p>}
      {backups && backups.length > 0 && (
        <table className="backup-list">
          <thead>
            <tr>
              <th>{t('backups.at')}</th>
              <th>{t('backups.reason')}</th>
              <th>{t('backups.size')}</th>
              <th aria-label={t('backups.restore')} />
            </tr>
          </thead>
          <tbody>
            {backups.map(({ name, at, reason, bytes }) => (
              <tr key={name}>
                <td className="nowrap">{printDateTime(at, locale)}</td>
                <td>{t(REASONS[reason])}</td>
                <td className="number">{printSize(bytes, locale)}</td>
                <td>
                  <Button
                    size="small"
                    disabledFocusable={busy}
                    aria-label={t('backups.restoreOf', { at: printDateTime(at, locale) })}
                    onClick={() => onRestore(name)}
                  >
                    {t('backups.restore')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const REASONS = {
  start: 'backups.start',
  schedule: 'backups.schedule',
  migration: 'backups.migration',
  restore: 'backups.beforeRestore',
  import: 'backups.import',
  manual: 'backups.manual',
} as const satisfies Record<Output<'backups'>[number]['reason'], TextKey>;

const MEGABYTE = 1024 * 1024;

function printSize(bytes: number, locale: 'vi' | 'en'): string {
  const size = Math.max(0.1, bytes / MEGABYTE);
  return `${size.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })} MB`;
}
