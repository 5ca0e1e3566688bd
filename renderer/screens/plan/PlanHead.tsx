import { Button, Tooltip } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  CheckmarkCircleRegular,
  ChevronLeftRegular,
  LocalLanguageRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { isProtected } from '../../../shared/api/revisions.ts';
import { wordLabel } from '../../../shared/messages/change-label.ts';
import { showLibrary } from '../../address.ts';
import { printTime } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import { runAction, usePlanContext } from './actions/use-action-state.ts';
import { language } from './actions/view-actions.tsx';

/** Where we are, whether it is saved, and the way back in time. */
export function PlanHead({ session, menus }: { session: Session; menus: ReactNode }) {
  return (
    <header className="plan-head">
      <Where session={session} menus={menus} />
      <SavedState session={session} />
      <Steps session={session} />
    </header>
  );
}

function Where({ session, menus }: { session: Session; menus: ReactNode }) {
  const { t } = useText();
  const { title, locality } = useAfterFrame(session.store, (state) => state.plan.header);
  return (
    <>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={showLibrary}>
        {t('plan.back')}
      </Button>
      {menus}
      <h1 title={title}>{locality === '' ? title : `${title} — ${locality}`}</h1>
    </>
  );
}

function Steps({ session }: { session: Session }) {
  const context = usePlanContext();
  const { t, locale } = useText();
  const undo = useAfterFrame(session.store, (state) => (isProtected(state.approval) ? null : state.undo));
  const redo = useAfterFrame(session.store, (state) => (isProtected(state.approval) ? null : state.redo));
  const undoName = undo ? t('plan.undoNamed', { label: wordLabel(undo.label, locale) }) : t('plan.undo');
  const redoName = redo ? t('plan.redoNamed', { label: wordLabel(redo.label, locale) }) : t('plan.redo');
  return (
    <>
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
          onClick={() => runAction(context, language)}
        />
      </Tooltip>
    </>
  );
}

/** What is shown is on the disk, or on its way there; what was not kept is told over the sheet. */
function SavedState({ session }: { session: Session }) {
  const { t, locale } = useText();
  const savedAt = useAfterFrame(session.store, (state) => state.savedAt);
  const saving = useAfterFrame(session.store, (state) => state.underWay > 0);
  return (
    <span className="saved-state" role="status">
      <CheckmarkCircleRegular />{' '}
      {saving ? t('plan.saving') : t('plan.saved', { time: printTime(savedAt, locale) })}
    </span>
  );
}
