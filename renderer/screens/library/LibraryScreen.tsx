import {
  Button,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Title3,
  Toast,
  ToastBody,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components';
import {
  AddRegular,
  ArchiveRegular,
  ArrowImportRegular,
  ChatHelpRegular,
  DocumentTableRegular,
  LocalLanguageRegular,
  MoreHorizontalRegular,
  SearchRegular,
  SettingsRegular,
  WindowNewRegular,
} from '@fluentui/react-icons';
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { Output, PlanSummary } from '../../../shared/api/contract.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { Result } from '../../../shared/refusal.ts';
import { foldText } from '../../../shared/text/fold.ts';
import { showPlan } from '../../address.ts';
import type { Host } from '../../bridge/host.ts';
import { printDateTime } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import { watched } from '../../session/jobs.ts';
import { useWhileSeen } from '../../session/use-while-seen.ts';
import type { SettingsStore } from '../../view/settings.ts';
import { HelpReportDialog } from '../help/HelpReportDialog.tsx';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { isPlanFile, PlanFileDialog } from '../import/PlanFileDialog.tsx';
import type { ImportFile } from '../import/use-reading.ts';
import { Message } from '../Message.tsx';
import { SettingsDialog } from '../SettingsDialog.tsx';
import { BackupsDialog } from '../safety/BackupsDialog.tsx';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { useOpenedFiles } from './use-opened-files.ts';

/** Milliseconds between two looks at what other windows and the terminal did to the library. */
const FOLLOW = 1500;

/** Files that were opened together, and the one that is looked at. */
interface ImportQueue {
  readonly files: readonly ImportFile[];
  readonly file: ImportFile;
  readonly at: number;
  /** Null for a colleague's plan file, which is read in its own dialog. */
  readonly reading: Reading | null;
}

/** The officer's plans as a list, and every way to begin one. */
interface LibraryScreenProps {
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly toaster: string;
}

export function LibraryScreen({ host, settings, toaster }: LibraryScreenProps) {
  const { t, locale, refusal: wordRefusal } = useText();
  const { dispatchToast } = useToastController(toaster);
  const [plans, setPlans] = useState<readonly PlanSummary[] | null>(null);
  const [gone, setGone] = useState(false);
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const [backingUp, setBackingUp] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [setting, setSetting] = useState(false);
  const [renaming, setRenaming] = useState<PlanSummary | null>(null);
  const [imports, setImports] = useState<ImportQueue | null>(null);
  const { planner } = host;

  const say = useCallback(
    (title: string, intent: 'success' | 'error', undo?: () => void) =>
      dispatchToast(
        <Toast>
          <ToastTitle {...(undo ? { action: <UndoButton undo={undo} /> } : {})}>
            {intent === 'success' ? title : t('app.title')}
          </ToastTitle>
          {intent === 'error' && <ToastBody>{title}</ToastBody>}
        </Toast>,
        { intent, timeout: intent === 'error' ? -1 : 8000, pauseOnHover: true },
      ),
    [dispatchToast, t],
  );

  const load = useCallback(async () => {
    try {
      const listed = await planner.listPlans({});
      if (listed.ok) setPlans(listed.value);
      else say(wordRefusal(listed.refusal), 'error');
    } catch {
      setGone(true);
    }
  }, [planner, say, wordRefusal]);

  useEffect(() => {
    document.title = t('app.title');
    void load();
  }, [load, t]);

  const follow = useCallback(() => {
    planner.listPlans({}).then(
      (listed) => listed.ok && setPlans((shown) => (isSameList(shown, listed.value) ? shown : listed.value)),
      // A host that is gone is told of when something is asked of it.
      () => undefined,
    );
  }, [planner]);
  useWhileSeen(follow, FOLLOW);

  /** Asks the host for something; says its refusal, or that it is gone. */
  const ask = useCallback(
    async <Value,>(asked: Promise<Result<Value>>): Promise<Value | null> => {
      try {
        const answer = await asked;
        if (answer.ok) return answer.value;
        if (answer.refusal.code === 'job.cancelled') return null;
        say(wordRefusal(answer.refusal), 'error');
      } catch {
        setGone(true);
      }
      return null;
    },
    [say, wordRefusal],
  );

  const imported = ({ title, issues }: Output<'importWorkbook'>): void => {
    const count = issues.length;
    say(
      count > 0 ? t('library.importedIssues', { title, count }) : t('library.imported', { title }),
      'success',
    );
  };

  /**
   * Files one after the other. Our own workbook with nothing to be said of it becomes a plan at once; any other is shown
   * beside what was understood of it. A single file opens its plan.
   */
  const importFiles = async (files: readonly ImportFile[], at = 0): Promise<void> => {
    setImports(null);
    const file = files[at];
    if (!file) {
      if (files.length > 1) await load();
      return;
    }
    if (isPlanFile(file)) {
      setImports({ files, file, at, reading: null });
      return;
    }
    const making = watched(planner, (job) => planner.importWorkbook({ ...file, job, sure: true }));
    const answer = await making.catch(() => null);
    if (answer?.ok === false && answer.refusal.code === 'workbook.lookFirst') {
      const reading = await ask(
        watched(planner, (job) => planner.readWorkbook({ ...file, job, brief: true })),
      );
      if (reading) setImports({ files, file, at, reading });
      else await importFiles(files, at + 1);
      return;
    }
    const made = await ask(making);
    if (made) imported(made);
    if (made && files.length === 1) showPlan(made.plan);
    else await importFiles(files, at + 1);
  };

  useOpenedFiles(host, importFiles);

  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    const dropped = [...event.dataTransfer.files];
    const files = await Promise.all(
      dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    await importFiles(files);
  };

  const remove = async (plan: PlanSummary) => {
    if ((await ask(planner.deletePlan({ plan: plan.id }))) === null) return;
    await load();
    say(t('library.deleted', { title: plan.title }), 'success', async () => {
      if ((await ask(planner.restorePlan({ plan: plan.id }))) === null) return;
      await load();
      say(t('library.restored', { title: plan.title }), 'success');
    });
  };

  const duplicate = async (plan: PlanSummary) => {
    const title = t('library.copyOf', { title: plan.title });
    if (await ask(planner.duplicatePlan({ plan: plan.id, title }))) await load();
  };

  const found = useMemo(() => {
    const wanted = foldText(search).trim();
    return (plans ?? []).filter((plan) => foldText(`${plan.title} ${plan.programme.title}`).includes(wanted));
  }, [plans, search]);

  if (gone) return <Message text="app.hostGone" />;
  return (
    <main className="library" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <header className="library-head">
        <Title3 as="h1">{t('app.title')}</Title3>
        <Input
          className="library-search"
          contentBefore={<SearchRegular />}
          placeholder={t('library.search')}
          aria-label={t('library.search')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Button
          icon={<LocalLanguageRegular />}
          onClick={() => settings.setState({ locale: locale === 'vi' ? 'en' : 'vi' })}
        >
          {t('app.language')}
        </Button>
        <Button icon={<WindowNewRegular />} onClick={() => host.openWindow()}>
          {t('plan.newWindow')}
        </Button>
        <Button icon={<ArchiveRegular />} onClick={() => setBackingUp(true)}>
          {t('backups.open')}
        </Button>
        <Button icon={<ChatHelpRegular />} onClick={() => setReporting(true)}>
          {t('helpReport.short')}
        </Button>
        <Button icon={<SettingsRegular />} onClick={() => setSetting(true)}>
          {t('settings.open')}
        </Button>
      </header>
      <div className="library-actions">
        <Button appearance="primary" icon={<AddRegular />} onClick={() => setCreating(true)}>
          {t('library.new')}
        </Button>
        <Button
          icon={<DocumentTableRegular />}
          onClick={async () => {
            const opened = await ask(planner.createSample({ sample: 'vinh-long-2022-2025' }));
            if (opened) showPlan(opened.plan.id);
          }}
        >
          {t('library.sample')}
        </Button>
        <Button
          icon={<ArrowImportRegular />}
          onClick={async () => importFiles(await host.openFiles(['xlsx', 'plkp', 'json']))}
        >
          {t('library.import')}
        </Button>
        <span className="library-drop">{t('library.dropHere')}</span>
      </div>
      {plans === null && <Spinner label={t('app.loading')} />}
      {plans?.length === 0 && <p className="library-empty">{t('library.empty')}</p>}
      {plans !== null && plans.length > 0 && found.length === 0 && (
        <p className="library-empty">{t('library.noMatch', { text: search })}</p>
      )}
      {found.length > 0 && (
        <table className="library-list">
          <thead>
            <tr>
              <th>{t('library.column.title')}</th>
              <th>{t('library.column.programme')}</th>
              <th>{t('library.column.period')}</th>
              <th className="number">{t('library.column.total')}</th>
              <th>{t('library.column.changed')}</th>
              <th aria-label={t('library.more', { title: '' })} />
            </tr>
          </thead>
          <tbody>
            {found.map((plan) => (
              <tr key={plan.id} onDoubleClick={() => showPlan(plan.id)}>
                <td>
                  <a href={`#/plan/${encodeURIComponent(plan.id)}`}>{plan.title}</a>
                </td>
                <td>{plan.programme.title}</td>
                <td className="nowrap">{printPeriod(plan)}</td>
                <td className="number">{writeAmount(plan.total, 'trieu', { zero: '-', numbers: locale })}</td>
                <td className="nowrap">{printDateTime(plan.changed, locale)}</td>
                <td>
                  <Menu>
                    <MenuTrigger disableButtonEnhancement>
                      <Button
                        appearance="subtle"
                        icon={<MoreHorizontalRegular />}
                        aria-label={t('library.more', { title: plan.title })}
                      />
                    </MenuTrigger>
                    <MenuPopover>
                      <MenuList>
                        <MenuItem onClick={() => showPlan(plan.id)}>{t('library.open')}</MenuItem>
                        <MenuItem onClick={() => setRenaming(plan)}>{t('library.rename')}</MenuItem>
                        <MenuItem onClick={() => duplicate(plan)}>{t('library.duplicate')}</MenuItem>
                        <MenuItem onClick={() => remove(plan)}>{t('library.delete')}</MenuItem>
                      </MenuList>
                    </MenuPopover>
                  </Menu>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {backingUp && <BackupsDialog host={host} onClose={() => setBackingUp(false)} />}
      {reporting && (
        <HelpReportDialog
          host={host}
          plan={null}
          onSaved={(name) => say(t('helpReport.saved', { name }), 'success')}
          onClose={() => setReporting(false)}
        />
      )}
      {setting && <SettingsDialog {...{ planner, settings }} onClose={() => setSetting(false)} />}
      {creating && <NewPlanDialog ask={ask} planner={planner} onClose={() => setCreating(false)} />}
      {imports?.reading === null && (
        <PlanFileDialog
          key={imports.at}
          planner={planner}
          file={imports.file}
          onMade={({ plan, title }) => {
            say(t('library.imported', { title }), 'success');
            if (imports.files.length === 1) showPlan(plan);
            else void importFiles(imports.files, imports.at + 1);
          }}
          onClose={() => void importFiles(imports.files, imports.at + 1)}
        />
      )}
      {imports?.reading && (
        <ImportDialog
          key={imports.at}
          planner={planner}
          file={imports.file}
          first={imports.reading}
          place={imports.files.length > 1 ? { at: imports.at + 1, of: imports.files.length } : null}
          target={{
            kind: 'new',
            onMade: (made) => {
              imported(made);
              if (imports.files.length === 1) showPlan(made.plan);
              else void importFiles(imports.files, imports.at + 1);
            },
          }}
          onClose={() => void importFiles(imports.files, imports.at + 1)}
        />
      )}
      {renaming && (
        <RenameDialog
          ask={ask}
          planner={planner}
          plan={renaming}
          onClose={() => {
            setRenaming(null);
            void load();
          }}
        />
      )}
    </main>
  );
}

function UndoButton({ undo }: { undo(): void }) {
  const { t } = useText();
  return (
    <ToastTrigger>
      <Button size="small" appearance="transparent" onClick={undo}>
        {t('common.undo')}
      </Button>
    </ToastTrigger>
  );
}

/** A plan's title and total change with the time of its last change. */
function isSameList(one: readonly PlanSummary[] | null, other: readonly PlanSummary[]): boolean {
  return (
    one?.length === other.length &&
    one.every(({ id, changed }, at) => id === other[at]?.id && changed === other[at]?.changed)
  );
}

function printPeriod({ period: { first, last } }: PlanSummary): string {
  return first === last ? `${first}` : `${first} - ${last}`;
}
