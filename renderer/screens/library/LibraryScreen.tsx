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
  ArrowImportRegular,
  DocumentTableRegular,
  LocalLanguageRegular,
  MoreHorizontalRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { PlanSummary } from '../../../shared/api/contract.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { Refusal, Result } from '../../../shared/refusal.ts';
import { foldText } from '../../../shared/text/fold.ts';
import { showPlan } from '../../address.ts';
import type { Host } from '../../bridge/host.ts';
import { printDateTime } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import type { SettingsStore } from '../../view/settings.ts';
import { Message } from '../Message.tsx';
import { type ImportFile, ImportQuestion, isImportQuestion } from './ImportQuestion.tsx';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

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
  const [renaming, setRenaming] = useState<PlanSummary | null>(null);
  const [question, setQuestion] = useState<{ file: ImportFile; refusal: Refusal } | null>(null);
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

  /** Asks the host for something; says its refusal, or that it is gone. */
  const ask = useCallback(
    async <Value,>(asked: Promise<Result<Value>>): Promise<Value | null> => {
      try {
        const answer = await asked;
        if (answer.ok) return answer.value;
        say(wordRefusal(answer.refusal), 'error');
      } catch {
        setGone(true);
      }
      return null;
    },
    [say, wordRefusal],
  );

  const importFile = async (file: ImportFile | null) => {
    setQuestion(null);
    if (!file) return;
    const answer = planner.importWorkbook(file);
    const refused = await answer.catch(() => null);
    if (refused?.ok === false && isImportQuestion(refused.refusal)) {
      setQuestion({ file, refusal: refused.refusal });
      return;
    }
    const imported = await ask(answer);
    if (!imported) return;
    const { title } = imported.opened.plan.header;
    const count = imported.issues.length;
    say(
      count > 0 ? t('library.importedIssues', { title, count }) : t('library.imported', { title }),
      'success',
    );
    showPlan(imported.opened.plan.id);
  };

  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) await importFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
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
          onClick={async () => importFile(await host.openFile(['xlsx', 'json']))}
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
      {creating && <NewPlanDialog ask={ask} planner={planner} onClose={() => setCreating(false)} />}
      {question && <ImportQuestion {...question} onAnswer={importFile} onClose={() => setQuestion(null)} />}
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

function printPeriod({ period: { first, last } }: PlanSummary): string {
  return first === last ? `${first}` : `${first} - ${last}`;
}
