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
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Planner } from '../../shared/api/planner.ts';
import { useText } from '../i18n/text.ts';
import { jobStore, type ShownJob } from '../session/jobs.ts';

/** How far a long call is, and the way to end it: Escape or the button. */
export function JobDialog({ planner }: { readonly planner: Planner }) {
  const shown = useStore(jobStore, (state) => state.shown);
  return shown && <ShownJobDialog shown={shown} planner={planner} />;
}

function ShownJobDialog({ shown, planner }: { readonly shown: ShownJob; readonly planner: Planner }) {
  const { t } = useText();
  useFocusGivenBack();
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

/**
 * The keyboard goes back to what had it: a dialog that stood here before stays out of reach until something in it is
 * focused again.
 */
function useFocusGivenBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After this dialog is gone from the page.
      setTimeout(() => before instanceof HTMLElement && before.focus());
    },
    [before],
  );
}
