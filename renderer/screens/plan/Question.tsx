import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '../../i18n/text.ts';

export interface Choice {
  readonly text: string;
  act(): void;
}

interface QuestionProps {
  readonly title: string;
  readonly text: string;
  /** The first is the one that Enter takes. Cancelling is always there. */
  readonly choices: readonly Choice[];
  onClose(): void;
}

/** A question that must be answered before something happens. */
export function Question({ title, text, choices, onClose }: QuestionProps) {
  const { t } = useText();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{text}</DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            {choices.map((choice, at) => (
              <Button
                key={choice.text}
                appearance={at === 0 ? 'primary' : 'secondary'}
                autoFocus={at === 0}
                onClick={() => {
                  choice.act();
                  onClose();
                }}
              >
                {choice.text}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
