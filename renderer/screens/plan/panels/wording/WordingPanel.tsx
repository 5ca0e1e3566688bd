import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../../../i18n/text.ts';
import { wordingsOf } from '../../../../session/wordings.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { WordingDraft } from './WordingDraft.tsx';
import { WordingEntry } from './WordingEntry.tsx';
import { WordingHeld } from './WordingHeld.tsx';

/** The plan held against the wording of its decision: the text is pasted or opened once, and kept with the plan. */
export function WordingPanel() {
  const { t, refusal } = useText();
  const { session, host } = usePlanContext();
  const wordings = wordingsOf(session, host.planner);
  const state = useStore(wordings.store);
  const [editing, setEditing] = useState(false);
  useEffect(() => wordings.open(), [wordings]);
  const busy = state.kind === 'loading' || state.kind === 'reading';
  const held = state.kind === 'held' && !editing ? state : null;
  return (
    <div className="side-panel-body wording">
      <div role="status">
        {busy && (
          <Spinner size="tiny" label={t(state.kind === 'reading' ? 'wording.reading' : 'app.loading')} />
        )}
        {state.kind === 'reading' && (
          <Button size="small" onClick={state.cancel}>
            {t('common.cancel')}
          </Button>
        )}
        {state.kind === 'failed' && `⛔ ${refusal(state.refusal)}`}
      </div>
      {held && <WordingHeld held={held} wordings={wordings} onEdit={() => setEditing(true)} />}
      {!held && !busy && (
        <WordingEntry
          wordings={wordings}
          kept={state.kind === 'held' ? state.kept : null}
          onDone={() => setEditing(false)}
        />
      )}
      <WordingDraft />
    </div>
  );
}
