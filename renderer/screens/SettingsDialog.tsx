import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Settings } from '../../shared/api/contract.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { refuse } from '../../shared/refusal.ts';
import { useText } from '../i18n/text.ts';
import type { SettingsStore } from '../view/settings.ts';
import { FormDialog } from './FormDialog.tsx';

interface SettingsDialogProps {
  readonly planner: Planner;
  readonly settings: SettingsStore;
  onClose(): void;
}

/** What the office says of itself, for every plan: who works here, and where backups go too. */
export function SettingsDialog({ planner, settings, onClose }: SettingsDialogProps) {
  const { t, refusal } = useText();
  const [wrong, setWrong] = useState<string | null>(null);
  const [stored, setStored] = useState<Pick<Settings, 'author' | 'backupFolder'>>(settings.getState());
  // What was typed stays, also where the answer below comes after it.
  const [typed, setTyped] = useState<Partial<typeof stored>>({});
  const { author, backupFolder } = { ...stored, ...typed };
  useEffect(() => {
    // Another window may have set it since this one was opened.
    planner.settings({}).then(
      (kept) => {
        if (kept.ok) setStored(kept.value.settings);
      },
      () => undefined,
    );
  }, [planner]);
  const save = async (): Promise<void> => {
    const kept = { author: author.trim(), backupFolder: backupFolder.trim() };
    const answer = await planner.keepSettings({ settings: kept }).catch(() => refuse('session.hostGone'));
    if (!answer.ok) {
      setWrong(refusal(answer.refusal));
      return;
    }
    settings.setState(kept);
    onClose();
  };
  return (
    <FormDialog
      title={t('settings.title')}
      submit={t('common.save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('settings.author')} hint={t('settings.authorHint')}>
        <Input
          autoFocus
          maxLength={200}
          value={author}
          onChange={(_, { value }) => setTyped({ ...typed, author: value })}
        />
      </Field>
      <Field
        label={t('settings.backupFolder')}
        hint={t('settings.backupFolderHint')}
        {...(wrong === null ? {} : { validationMessage: wrong })}
      >
        <Input
          maxLength={1000}
          value={backupFolder}
          onChange={(_, { value }) => setTyped({ ...typed, backupFolder: value })}
        />
      </Field>
    </FormDialog>
  );
}
