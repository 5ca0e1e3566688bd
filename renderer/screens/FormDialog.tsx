import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';

interface FormDialogProps {
  readonly title: string;
  /** What the button that answers is called. */
  readonly submit: string;
  readonly disabled?: boolean;
  /** What the button that leaves without an answer is called, where there is nothing to cancel. */
  readonly leave?: string;
  /** The fields. */
  readonly children: ReactNode;
  onSubmit(): void;
  onClose(): void;
}

/** A few fields and one answer: Enter gives it, Escape takes it back. */
export function FormDialog({
  title,
  submit,
  disabled = false,
  leave,
  children,
  onSubmit,
  onClose,
}: FormDialogProps) {
  const { t } = useText();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!disabled) onSubmit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="fields">{children}</DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{leave ?? t('common.cancel')}</Button>
              {/* Keeps the focus while what it began is under way, else Escape would not be heard. */}
              <Button appearance="primary" type="submit" disabledFocusable={disabled}>
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
