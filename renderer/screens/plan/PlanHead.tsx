import { Button, Tooltip } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  CheckmarkCircleRegular,
  ChevronLeftRegular,
  ErrorCircleRegular,
  LocalLanguageRegular,
} from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { wordLabel } from '../../../shared/messages/change-label.ts';
import { showLibrary } from '../../App.tsx';
import { printTime } from '../../i18n/dates.ts';
import { setLocale, useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';

/** Where we are, whether it is saved, and the way back in time. */
export function PlanHead({ session }: { session: Session }) {
  const { t, locale } = useText();
  const { plan, undo, redo } = useStore(session.store);
  const { title, locality } = plan.header;
  const undoName = undo ? t('plan.undoNamed', { label: wordLabel(undo.label, locale) }) : t('plan.undo');
  const redoName = redo ? t('plan.redoNamed', { label: wordLabel(redo.label, locale) }) : t('plan.redo');
  return (
    <header className="plan-head">
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={showLibrary}>
        {t('plan.back')}
      </Button>
      <h1 title={title}>{locality === '' ? title : `${title} — ${locality}`}</h1>
      <SavedState session={session} />
      <Tooltip content={undoName} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabled={!undo}
          onClick={() => session.undo()}
        />
      </Tooltip>
      <Tooltip content={redoName} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          disabled={!redo}
          onClick={() => session.redo()}
        />
      </Tooltip>
      <Tooltip content={t('app.language')} relationship="label">
        <Button
          appearance="subtle"
          icon={<LocalLanguageRegular />}
          onClick={() => setLocale(locale === 'vi' ? 'en' : 'vi')}
        />
      </Tooltip>
    </header>
  );
}

function SavedState({ session }: { session: Session }) {
  const { t, locale } = useText();
  const { savedAt, underWay, failure } = useStore(session.store);
  const text = failure
    ? t('plan.notSaved')
    : underWay > 0
      ? t('plan.saving')
      : t('plan.saved', { time: printTime(savedAt, locale) });
  return (
    <span className={failure ? 'saved-state saved-failed' : 'saved-state'} role="status">
      {failure ? <ErrorCircleRegular /> : <CheckmarkCircleRegular />} {text}
    </span>
  );
}
