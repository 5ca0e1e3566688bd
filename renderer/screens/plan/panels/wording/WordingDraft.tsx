import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { wordingText, writeWording } from '../../../../../shared/reconcile/wording/write-wording.ts';
import { useText } from '../../../../i18n/text.ts';
import { watched } from '../../../../session/jobs.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** The funding paragraphs that follow from the plan, to be copied or kept as a Word file. */
export function WordingDraft() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="findings-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('wording.draft')}</summary>
      {open && <Draft />}
    </details>
  );
}

function Draft() {
  const { t } = useText();
  const { session, host, notify, refuse } = usePlanContext();
  const state = useStore(session.store);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = wordingText(writeWording(state.plan, state.totals));
  const copy = async (): Promise<void> => {
    area.current?.select();
    await navigator.clipboard.writeText(text);
    notify(t('wording.copied'));
  };
  const save = async (): Promise<void> => {
    await session.settled();
    const { id } = session.store.getState().plan;
    const made = await watched(host.planner, () => host.planner.exportWording({ plan: id }));
    if (!made.ok) refuse(made.refusal);
    else if (await host.saveFile(made.value.name, made.value.bytes))
      notify(t('plan.exported', { name: made.value.name }));
  };
  return (
    <>
      <p>{t('wording.draftExplain')}</p>
      <textarea
        ref={area}
        className="wording-draft"
        aria-label={t('wording.draft')}
        rows={12}
        readOnly
        value={text}
      />
      <div className="wording-buttons">
        <Button size="small" onClick={() => void copy()}>
          {t('wording.copy')}
        </Button>
        <Button size="small" onClick={() => void save()}>
          {t('wording.save')}
        </Button>
      </div>
    </>
  );
}
