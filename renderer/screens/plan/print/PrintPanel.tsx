import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Notice } from '../../../../shared/forms/print-options.ts';
import { officialPrint } from '../../../../shared/forms/print-set.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { ChosenForms } from './ChosenForms.tsx';
import { OwnFormEditor } from './OwnFormEditor.tsx';
import { PrintOptionsFields } from './PrintOptionsFields.tsx';
import type { PrintSetup } from './use-print-setup.ts';

interface PrintPanelProps {
  readonly setup: PrintSetup;
  readonly notices: readonly Notice[];
}

/** What is printed and how; while an own form is edited, that form alone. */
export function PrintPanel({ setup, notices }: PrintPanelProps) {
  const { t, refusal } = useText();
  const { view } = usePlanContext();
  const { draft, set, change } = setup;
  // Whoever comes back from editing has the keyboard where the way to it began.
  const edited = useRef(false);
  useEffect(() => {
    if (draft) edited.current = true;
  }, [draft]);
  const said = [...new Set(notices.map(refusal))];
  return (
    <aside className="print-panel" aria-label={t('print.panel')}>
      <div className="print-setup">
        {draft ? (
          <OwnFormEditor key={draft.id} setup={setup} draft={draft} />
        ) : (
          <>
            <ChosenForms setup={setup} focused={edited.current} />
            <PrintOptionsFields setup={setup} />
            <Button
              size="small"
              appearance="subtle"
              onClick={() => change({ ...officialPrint(view.getState().form), against: set.against })}
            >
              {t('print.official')}
            </Button>
          </>
        )}
      </div>
      <div className="print-notices" role="status">
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </aside>
  );
}
