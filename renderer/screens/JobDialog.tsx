import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
} from '@fluentui/react-components';
import { useStore } from 'zustand';
import type { Planner } from '../../shared/api/planner.ts';
import { useText } from '../i18n/text.ts';
import { jobStore } from '../session/jobs.ts';

/** How far a long call is, and the way to end it: Escape or the button. */
export function JobDialog({ planner }: { readonly planner: Planner }) {
  const { t } = useText();
  const shown = useStore(jobStore, (state) => state.shown);
  if (!shown) return null;
  const { name, phase, done } = shown;
  const cancel = (): void => {
    // A host that is gone fails the call itself, which says so.
    planner.cancelJob({ job: name }).catch(() => undefined);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && cancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('job.title')}</DialogTitle>
          <DialogContent>
            <Field validationState="none" validationMessage={t(`job.${phase}`)}>
              <ProgressBar aria-label={t('job.title')} {...(done === null ? {} : { value: done })} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button disabled={phase === 'keeping'} onClick={cancel}>
              {t('common.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
