import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../../i18n/text.ts';
import { HelpReportDialog } from '../../help/HelpReportDialog.tsx';
import { SettingsDialog } from '../../SettingsDialog.tsx';
import { BackupsDialog } from '../../safety/BackupsDialog.tsx';
import { ContextMenu } from '../actions/ContextMenu.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';
import { FundDialog } from '../FundDialog.tsx';
import { CounterpartDialog } from '../header/CounterpartDialog.tsx';
import { HeaderDialog } from '../header/HeaderDialog.tsx';
import { PrintPreview } from '../print/PrintPreview.tsx';
import { RowQuestionDialog } from '../RowQuestionDialog.tsx';
import { GoBackDialog } from './GoBackDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { ImportInto } from './ImportInto.tsx';
import { Palette } from './Palette.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';
import { ReviseDialog } from './ReviseDialog.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SpreadDialog } from './SpreadDialog.tsx';

/** The one dialog that is open, if any. When it closes the keyboard goes back to the sheet. */
export function PlanDialogs({ onRevised, nonce }: { onRevised(): void; readonly nonce: string }) {
  const context = usePlanContext();
  const { dialogs, session, settings, host, hands } = context;
  const open = useStore(dialogs, (state) => state.open);
  useEffect(() => {
    if (!open && dialogs.getState().find === 'closed') hands().input.focus();
  }, [open, dialogs, hands]);
  if (!open) return null;
  // Only the dialog itself: one that it opened meanwhile stays.
  const close = (): void => {
    if (dialogs.getState().open === open) dialogs.setState({ open: null });
  };
  switch (open.kind) {
    case 'fund':
      return <FundDialog question={open.question} onClose={close} />;
    case 'spread':
      return <SpreadDialog question={open.question} onClose={close} />;
    case 'paste':
      return <PasteDialog question={open.question} onClose={close} />;
    case 'import':
      return <ImportInto file={open.file} reading={open.reading} onClose={close} />;
    case 'rows':
      return <RowQuestionDialog question={open.question} onClose={close} />;
    case 'contextMenu':
      return <ContextMenu x={open.x} y={open.y} onClose={close} />;
    case 'header':
      return <HeaderDialog session={session} onClose={close} />;
    case 'counterpart':
      return <CounterpartDialog onClose={close} />;
    case 'revise':
      return <ReviseDialog onRevised={onRevised} onClose={close} />;
    case 'settings':
      return <SettingsDialog planner={host.planner} settings={settings} onClose={close} />;
    case 'backups':
      return <BackupsDialog host={host} onClose={close} />;
    case 'helpReport':
      return <PlanHelpReport onClose={close} />;
    case 'goBack':
      return <GoBackDialog sequence={open.sequence} onClose={close} />;
    case 'reopen':
      return <ReopenDialog onClose={close} />;
    case 'handOver':
      return <HandOverDialog onClose={close} />;
    case 'print':
      return <PrintPreview nonce={nonce} onClose={close} />;
    case 'palette':
    case 'rowPalette':
      return <Palette rowsOnly={open.kind === 'rowPalette'} onClose={close} />;
    case 'shortcuts':
      return <Shortcuts onClose={close} />;
    default:
      return open satisfies never;
  }
}

function PlanHelpReport({ onClose }: { onClose(): void }) {
  const { host, session, notify } = usePlanContext();
  const { t } = useText();
  return (
    <HelpReportDialog
      host={host}
      plan={session.store.getState().plan.id}
      onSaved={(name) => notify(t('helpReport.saved', { name }))}
      onClose={onClose}
    />
  );
}
