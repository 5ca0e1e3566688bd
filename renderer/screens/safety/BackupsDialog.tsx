import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Input, Output } from '../../../shared/api/contract.ts';
import { type Result, refuse } from '../../../shared/refusal.ts';
import { showLibrary, useOpenPlan } from '../../address.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import { BackupList } from './BackupList.tsx';
import { RestoreDone, RestorePreview } from './RestoreSteps.tsx';

type Source = Input<'previewRestore'>['backup'];
type Restored = Output<'restoreBackup'>;

/** Where the officer is: at the list, before a backup that may be taken back, or after. */
type Step =
  | { readonly at: 'list' }
  | { readonly at: 'preview'; readonly backup: Source; readonly restore: Output<'previewRestore'> }
  | { readonly at: 'done'; readonly done: Restored };

/**
 * The library's backups: made, copied to a file, and taken back after a look at what that changes. Once one was taken
 * back, closing opens everything in the window anew, for not even a setting is as it was.
 */
export function BackupsDialog({ host, onClose }: { readonly host: Host; onClose(): void }) {
  const { t, refusal } = useText();
  const { planner } = host;
  const plan = useOpenPlan();
  const [step, setStep] = useState<Step>({ at: 'list' });
  const [backups, setBackups] = useState<Output<'backups'> | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** Asks the host for something; says its refusal, or that it is gone. */
  const ask = useCallback(
    async <Value,>(asked: Promise<Result<Value>>): Promise<Value | null> => {
      setBusy(true);
      setSaid(null);
      const answer = await asked.catch(() => refuse('session.hostGone'));
      setBusy(false);
      if (answer.ok) return answer.value;
      setSaid(refusal(answer.refusal));
      return null;
    },
    [refusal],
  );
  const load = useCallback(async () => {
    const listed = await ask(planner.backups({}));
    if (listed) setBackups(listed);
  }, [ask, planner]);
  useEffect(() => void load(), [load]);

  const make = async (): Promise<void> => {
    const made = await ask(planner.backUp({}));
    if (!made) return;
    await load();
    setSaid(made.second ? refusal(made.second) : t('backups.made'));
  };
  const copy = async (): Promise<void> => {
    const made = await ask(planner.copyLibrary({}));
    if (made && (await host.saveFile(made.name, made.bytes)))
      setSaid(t('backups.copied', { name: made.name }));
  };
  const preview = async (backup: Source): Promise<void> => {
    const restore = await ask(planner.previewRestore({ backup }));
    if (restore) setStep({ at: 'preview', backup, restore });
  };
  const fromFile = async (): Promise<void> => {
    const [file] = await host.openFiles(['db']);
    if (file) await preview({ title: file.name, bytes: file.bytes });
  };
  const restore = async (backup: Source): Promise<void> => {
    const done = await ask(planner.restoreBackup({ backup }));
    if (done) setStep({ at: 'done', done });
  };
  const close = async (): Promise<void> => {
    if (busy && step.at !== 'list') return;
    if (step.at !== 'done') {
      onClose();
      return;
    }
    const there = plan ? await planner.openPlan({ plan }).catch(() => null) : null;
    if (!there?.ok) showLibrary();
    location.reload();
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && void close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(TITLES[step.at])}</DialogTitle>
          <DialogContent className="fields">
            {step.at === 'list' && (
              <BackupList
                backups={backups}
                busy={busy}
                onMake={() => void make()}
                onCopy={() => void copy()}
                onFile={() => void fromFile()}
                onRestore={(name) => void preview({ name })}
              />
            )}
            {step.at === 'preview' && <RestorePreview restore={step.restore} />}
            {step.at === 'done' && <RestoreDone {...step.done} />}
            {said !== null && <p role="status">{said}</p>}
          </DialogContent>
          <DialogActions>
            <StepButtons
              step={step}
              busy={busy}
              onBack={() => setStep({ at: 'list' })}
              onRestore={(backup) => void restore(backup)}
              onClose={() => void close()}
            />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const TITLES = { list: 'backups.title', preview: 'backups.previewTitle', done: 'backups.doneTitle' } as const;

interface StepButtonsProps {
  readonly step: Step;
  readonly busy: boolean;
  onBack(): void;
  onRestore(backup: Source): void;
  onClose(): void;
}

function StepButtons({ step, busy, onBack, onRestore, onClose }: StepButtonsProps) {
  const { t } = useText();
  switch (step.at) {
    case 'list':
      return (
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      );
    case 'preview':
      return (
        <>
          <Button autoFocus onClick={onBack}>
            {t('common.cancel')}
          </Button>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => onRestore(step.backup)}>
            {t('backups.restoreNow')}
          </Button>
        </>
      );
    case 'done':
      return (
        <>
          <Button disabledFocusable={busy} onClick={() => onRestore({ name: step.done.undo.name })}>
            {t('backups.undo')}
          </Button>
          <Button autoFocus appearance="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      );
    default:
      return step satisfies never;
  }
}
