import { Button } from '@fluentui/react-components';
import { type TextKey, useText } from '../i18n/text.ts';

/** A whole screen that says what went wrong and offers to begin again. */
export function Message({ text }: { text: TextKey }) {
  const { t } = useText();
  return (
    <main className="message" role="alert">
      <p>{t(text)}</p>
      <Button appearance="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </main>
  );
}
