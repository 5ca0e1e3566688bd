import {
  ArchiveRegular,
  ArrowExportRegular,
  ArrowImportRegular,
  ArrowLeftRegular,
  BracesRegular,
  ChatHelpRegular,
  DocumentEditRegular,
  DocumentPdfRegular,
  DocumentTextRegular,
  FlagRegular,
  KeyboardRegular,
  LockOpenRegular,
  PrintRegular,
  SearchSquareRegular,
  SendRegular,
  SettingsRegular,
  TableSimpleRegular,
  WindowNewRegular,
} from '@fluentui/react-icons';
import type { DocumentFormat } from '../../../../shared/api/documents.ts';
import { UNIT_NAME, UNITS, type Unit } from '../../../../shared/money/unit.ts';
import type { Action } from '../../../actions/action.ts';
import { showLibrary } from '../../../address.ts';
import type { TextKey } from '../../../i18n/text.ts';
import { watched } from '../../../session/jobs.ts';
import type { PlanContext } from '../plan-context.ts';
import { report } from './report.ts';

type PlanAction = Action<PlanContext>;

export const library: PlanAction = {
  id: 'library',
  label: 'plan.back',
  icon: <ArrowLeftRegular />,
  keys: ['Alt+Home'],
  run: () => showLibrary(),
};

export const exportExcel: PlanAction = {
  id: 'export',
  label: 'plan.export',
  icon: <ArrowExportRegular />,
  keys: ['Ctrl+E'],
  run: ({ exportWorkbook }) => exportWorkbook(),
};

/** Another office's amounts into this plan: looked at first, then one change. */
export const importInto: PlanAction = {
  id: 'importInto',
  label: 'import.into',
  icon: <ArrowImportRegular />,
  keys: ['Ctrl+Shift+O'],
  changes: true,
  run: async ({ host, dialogs, refuse }) => {
    const [file] = await host.openFiles(['xlsx']);
    if (!file) return;
    const reading = await watched(host.planner, (job) =>
      host.planner.readWorkbook({ ...file, job, brief: true }),
    ).catch(() => null);
    if (reading?.ok) dialogs.setState({ open: { kind: 'import', file, reading: reading.value } });
    else refuse(reading?.refusal ?? { code: 'session.hostGone', params: {} });
  },
};

function documentAction(
  format: DocumentFormat,
  label: TextKey,
  keys: string,
  icon: NonNullable<PlanAction['icon']>,
): PlanAction {
  return {
    id: `export.${format}`,
    label,
    icon,
    keys: [keys],
    run: (context) => void context.exportDocument(format, context.view.getState().form),
  };
}

/** The formats beside Excel's. */
export const exportDocuments = [
  documentAction('docx', 'plan.exportWord', 'Alt+Shift+W', <DocumentTextRegular />),
  documentAction('pdf', 'plan.exportPdf', 'Alt+Shift+P', <DocumentPdfRegular />),
  documentAction('csv', 'plan.exportCsv', 'Alt+Shift+C', <TableSimpleRegular />),
  documentAction('json', 'plan.exportJson', 'Alt+Shift+J', <BracesRegular />),
] as const;

export const handOver: PlanAction = {
  id: 'handOver',
  label: 'handOver.action',
  icon: <SendRegular />,
  keys: ['Alt+Shift+G'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'handOver' } }),
};

/** The browser's own print would print the window. */
export const printPreview: PlanAction = {
  id: 'print',
  label: 'plan.print',
  icon: <PrintRegular />,
  keys: ['Ctrl+P'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'print' } }),
};

export const editHeader: PlanAction = {
  id: 'header',
  label: 'plan.header',
  icon: <DocumentEditRegular />,
  keys: ['Ctrl+Shift+H'],
  changes: true,
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'header' } }),
};

export const revise: PlanAction = {
  id: 'revise',
  label: 'plan.revise',
  icon: <FlagRegular />,
  keys: ['Ctrl+Shift+S'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'revise' } }),
};

export const reopen: PlanAction = {
  id: 'reopen',
  label: 'approval.open',
  icon: <LockOpenRegular />,
  keys: ['Alt+Shift+M'],
  impossible: ({ session }) => (session.locked() ? null : 'why.notApproved'),
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'reopen' } }),
};

export const officeSettings: PlanAction = {
  id: 'officeSettings',
  label: 'settings.open',
  icon: <SettingsRegular />,
  keys: ['Alt+Shift+O'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'settings' } }),
};

/** What was typed last belongs into a backup that is made now. */
export const backups: PlanAction = {
  id: 'backups',
  label: 'backups.open',
  icon: <ArchiveRegular />,
  keys: ['Alt+Shift+B'],
  run: async ({ session, dialogs }) => {
    await session.settled();
    dialogs.setState({ open: { kind: 'backups' } });
  },
};

/** What was typed last belongs into a plan that goes along. */
export const helpReport: PlanAction = {
  id: 'helpReport',
  label: 'helpReport.open',
  icon: <ChatHelpRegular />,
  keys: ['Alt+Shift+R'],
  run: async ({ session, dialogs }) => {
    await session.settled();
    dialogs.setState({ open: { kind: 'helpReport' } });
  },
};

export const newWindow: PlanAction = {
  id: 'newWindow',
  label: 'plan.newWindow',
  icon: <WindowNewRegular />,
  keys: ['Alt+Shift+N'],
  run: ({ host }) => host.openWindow(),
};

/** Everything is saved already; the key is pressed all the same, and the browser's own "save page" would confuse. */
export const save: PlanAction = {
  id: 'save',
  label: 'plan.save',
  keys: ['Ctrl+S'],
  run: ({ notify, words }) => notify(words().t('plan.alwaysSaved')),
};

export function setUnit(context: PlanContext, after: Unit): void {
  const { unit } = context.session.store.getState().plan.header;
  if (after === unit) return;
  const params = { before: UNIT_NAME[unit], after: UNIT_NAME[after] };
  const label = { code: 'change.setUnit', params };
  report(
    context,
    context.session.dispatch({ label, edits: [{ kind: 'setHeader', patch: { unit: after } }] }),
  );
}

export const nextUnit: PlanAction = {
  id: 'nextUnit',
  label: 'plan.nextUnit',
  keys: ['Alt+U'],
  changes: true,
  run: (context) => {
    const { unit } = context.session.store.getState().plan.header;
    setUnit(context, UNITS[(UNITS.indexOf(unit) + 1) % UNITS.length] ?? unit);
  },
};

export const palette: PlanAction = {
  id: 'palette',
  label: 'help.palette',
  icon: <SearchSquareRegular />,
  keys: ['Ctrl+K'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'palette' } }),
};

export const shortcuts: PlanAction = {
  id: 'shortcuts',
  label: 'help.shortcuts',
  icon: <KeyboardRegular />,
  keys: ['F1', 'Ctrl+Slash'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'shortcuts' } }),
};

export const contextMenu: PlanAction = {
  id: 'contextMenu',
  label: 'help.contextMenu',
  keys: ['Shift+F10', 'ContextMenu'],
  run: ({ hands, dialogs }) => {
    const cell = hands().selection.element()?.getBoundingClientRect();
    const [x, y] = cell ? [cell.left + 12, cell.bottom] : [120, 200];
    dialogs.setState({ open: { kind: 'contextMenu', x, y } });
  },
};

export const menuBar: PlanAction = {
  id: 'menuBar',
  label: 'help.menuBar',
  keys: ['F10'],
  run: () => document.querySelector<HTMLElement>('.menu-bar button')?.focus(),
};
