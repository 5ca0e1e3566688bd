import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { Pictures } from './Pictures.tsx';
import { printAlone } from './print-alone.ts';

/** All pictures over the whole window, side by side; printed as they are seen, on white. */
export function PicturesView({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const { session } = usePlanContext();
  const title = useStore(session.store, ({ plan }) => plan.header.title);
  const page = useRef<HTMLDivElement>(null);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="print-preview pictures-view">
        <DialogBody>
          <DialogTitle>{t('panel.pictures')}</DialogTitle>
          <DialogContent>
            <div ref={page}>
              <p className="pictures-title">{title}</p>
              <Pictures onGo={onClose} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.close')}</Button>
            <Button appearance="primary" onClick={() => page.current && printAlone(page.current)}>
              {t('print.print')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
