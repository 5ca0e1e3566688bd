import { useToastController } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { formById } from '../../../shared/forms/catalogue.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import type { CellPlace } from '../../../shared/sheet/cell-place.ts';
import type { Host } from '../../bridge/host.ts';
import type { FundQuestion } from '../../grid/commit.ts';
import { FormGrid } from '../../grid/FormGrid.tsx';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { CommandBar } from './CommandBar.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { FundDialog } from './FundDialog.tsx';
import { createFocusStore } from './focus-store.ts';
import { HeaderDialog } from './header/HeaderDialog.tsx';
import { PlanFoot } from './PlanFoot.tsx';
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

/**
 * One appendix on one form: the sheet, what is in the selected cell, and the commands around it. It redraws when the
 * form's shape changes; amounts and the place in the sheet are watched by the parts that show them.
 */
export function PlanScreen({ session, host, nonce, toaster }: PlanScreenProps) {
  const { t } = useText();
  const rows = useStore(session.store, ({ plan }) => plan.rows);
  const sources = useStore(session.store, ({ plan }) => plan.sources);
  const period = useStore(session.store, ({ plan }) => plan.period);
  const programme = useStore(session.store, ({ plan }) => plan.programme);
  const shape = useStore(session.store, ({ totals }) => totals.shape);
  const title = useStore(session.store, ({ plan }) => plan.header.title);
  const [focus] = useState(createFocusStore);
  const [formId, setFormId] = useState<FormId>('F1');
  const [fund, setFund] = useState<FundQuestion | null>(null);
  const [editsHeader, setEditsHeader] = useState(false);
  const { dispatchToast } = useToastController(toaster);
  const layout = useMemo(
    () => layoutForm(formById(formId), { rows, sources, period, programme }, shape),
    [formId, rows, sources, period, programme, shape],
  );
  const commands = useRowCommands(session, focus);
  const exportWorkbook = useExport({ session, host, formId, dispatchToast });
  useShortcuts(session, commands, exportWorkbook);

  useEffect(() => {
    document.title = `${title} — ${t('app.title')}`;
  }, [title, t]);

  const asking = fund !== null || commands.question !== null || editsHeader;
  useEffect(() => {
    // A dialog that closes hands the keyboard back to the sheet.
    if (!asking) document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true });
  }, [asking]);

  const showForm = useCallback(
    (form: FormId) => {
      focus.setState({ place: null, editing: null });
      setFormId(form);
    },
    [focus],
  );
  const onPlace = useCallback((place: CellPlace | null) => focus.setState({ place }), [focus]);
  const onEditing = useCallback((editing: string | null) => focus.setState({ editing }), [focus]);
  const onHeader = useCallback(() => setEditsHeader(true), []);

  return (
    <main className="plan">
      <PlanHead session={session} />
      <CommandBar
        session={session}
        focus={focus}
        formId={formId}
        onForm={showForm}
        runRow={commands.run}
        onHeader={onHeader}
        onExport={exportWorkbook}
      />
      <FormulaBar session={session} layout={layout} focus={focus} />
      {rows.length === 0 && <p className="plan-empty">{t('plan.noRows')}</p>}
      <FormGrid
        key={formId}
        session={session}
        layout={layout}
        nonce={nonce}
        onPlace={onPlace}
        onEditing={onEditing}
        onAskToFund={setFund}
      />
      <PlanFoot session={session} />
      {fund && <FundDialog session={session} question={fund} onClose={() => setFund(null)} />}
      {commands.question && (
        <RowQuestionDialog question={commands.question} onClose={commands.closeQuestion} />
      )}
      {editsHeader && <HeaderDialog session={session} onClose={() => setEditsHeader(false)} />}
    </main>
  );
}
