import { MessageBar, MessageBarBody, useToastController } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { formById } from '../../../shared/forms/catalogue.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { footnotesOf, totalInWords } from '../../../shared/forms/furniture.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import type { Host } from '../../bridge/host.ts';
import type { CellPlace } from '../../grid/cell-place.ts';
import type { FundQuestion } from '../../grid/commit.ts';
import { FormGrid } from '../../grid/FormGrid.tsx';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { CommandBar } from './CommandBar.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { FundDialog } from './FundDialog.tsx';
import { HeaderDialog } from './header/HeaderDialog.tsx';
import { PlanHead } from './PlanHead.tsx';
import { RowQuestionDialog } from './RowQuestionDialog.tsx';
import { useExport } from './use-export.tsx';
import { useRowCommands } from './use-row-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface PlanScreenProps {
  readonly session: Session;
  readonly host: Host;
  readonly nonce: string;
  readonly toaster: string;
}

/** One appendix on one form: the sheet, what is in the selected cell, and the commands around it. */
export function PlanScreen({ session, host, nonce, toaster }: PlanScreenProps) {
  const { t, refusal: wordRefusal } = useText();
  const state = useStore(session.store);
  const { plan, totals } = state;
  const [formId, setFormId] = useState<FormId>('F1');
  const [place, setPlace] = useState<CellPlace | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [fund, setFund] = useState<FundQuestion | null>(null);
  const [editsHeader, setEditsHeader] = useState(false);
  const { dispatchToast } = useToastController(toaster);
  // Amounts do not move columns or lines: the layout holds while these stay the same objects.
  const { rows, sources, period, programme } = plan;
  const layout = useMemo(
    () => layoutForm(formById(formId), { rows, sources, period, programme }, totals.shape),
    [formId, rows, sources, period, programme, totals.shape],
  );
  const selected = place?.line.id ?? null;
  const commands = useRowCommands(session, selected);
  const exportWorkbook = useExport({ session, host, formId, dispatchToast });
  useShortcuts(session, commands, exportWorkbook);

  useEffect(() => {
    document.title = `${plan.header.title} — ${t('app.title')}`;
  }, [plan.header.title, t]);

  return (
    <main className="plan">
      <PlanHead session={session} />
      <CommandBar
        session={session}
        formId={formId}
        onForm={(form) => {
          setPlace(null);
          setFormId(form);
        }}
        commands={commands}
        onHeader={() => setEditsHeader(true)}
        onExport={() => void exportWorkbook()}
      />
      {state.failure && (
        <MessageBar intent="error">
          <MessageBarBody>{wordRefusal(state.failure)}</MessageBarBody>
        </MessageBar>
      )}
      <FormulaBar state={state} layout={layout} place={place} editing={editing} />
      {plan.rows.length === 0 && <p className="plan-empty">{t('plan.noRows')}</p>}
      <FormGrid
        key={formId}
        session={session}
        layout={layout}
        nonce={nonce}
        onPlace={setPlace}
        onEditing={setEditing}
        onAskToFund={setFund}
      />
      <footer className="plan-foot">
        <p className="plan-words" aria-live="polite">
          {totalInWords(plan, totals)}
        </p>
        {footnotesOf(plan).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
      {fund && <FundDialog question={fund} unit={plan.header.unit} onClose={() => setFund(null)} />}
      {commands.question && (
        <RowQuestionDialog question={commands.question} onClose={commands.closeQuestion} />
      )}
      {editsHeader && <HeaderDialog session={session} onClose={() => setEditsHeader(false)} />}
    </main>
  );
}
